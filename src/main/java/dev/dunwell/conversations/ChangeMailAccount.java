package dev.dunwell.conversations;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.Mailbox;
import dev.dunwell.messaging.SmtpSettings.Tls;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names the mailbox that answers come to. What lies in it is left alone; mail is read that comes from then on. Refuses
 * a password that would travel in the open.
 */
@Component
public class ChangeMailAccount {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final MailAccounts accounts;
    private final Audit audit;

    ChangeMailAccount(MailAccounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @param password empty to keep the one that is known */
    @Transactional
    public void change(Actor actor, MailAccount account, String password) {
        String kept = password.isEmpty() ? accounts.password().orElse("") : password;
        check(account, kept);
        accounts.keep(account, kept);
        audit.write(
                actor,
                "mailbox.changed",
                "organisation",
                null,
                Map.of(
                        "host",
                        account.host(),
                        "user",
                        account.user(),
                        "address",
                        account.address(),
                        "on",
                        account.isOn()));
    }

    private static void check(MailAccount account, String password) {
        List<Problem> problems = new ArrayList<>();
        if (!account.host().matches("[A-Za-z0-9.:_-]{1,253}")) {
            problems.add(new Problem(0, "host", "Write the host as imap.company.example."));
        }
        if (account.port() < 1 || account.port() > 65_535) {
            problems.add(new Problem(0, "port", "A port is a number from 1 to 65535; IMAP with TLS usually has 993."));
        }
        if (account.user().isBlank() || password.isEmpty()) {
            problems.add(new Problem(0, "user", "Give both the user and the password of the mailbox."));
        }
        if (account.tls() == Tls.NONE && !THIS_MACHINE.contains(account.host())) {
            problems.add(new Problem(0, "tls", "A password is not sent in the open: choose TLS or STARTTLS."));
        }
        if (account.folder().isBlank() || account.folder().matches(".*[\\p{Cc}*%].*")) {
            problems.add(new Problem(0, "folder", "Name one folder, usually INBOX."));
        }
        if (!Mailbox.isAddress(account.address())) {
            problems.add(new Problem(0, "address", "Write the address that people answer to, as ar@company.example."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
