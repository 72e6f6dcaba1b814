package dev.dunwell.conversations;

import dev.dunwell.access.Organisation;
import dev.dunwell.conversations.MailAccount.TokenIn;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.messaging.ReplyAddresses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the token of a mail where its answer brings it back, and finds it there again. */
@Component
class ReplyTokens implements ReplyAddresses {

    private static final Pattern IN_ADDRESS = Pattern.compile("\\+([0-9a-f]{20})@");
    private static final Pattern IN_SUBJECT = Pattern.compile("\\[([0-9a-f]{20})]");

    private final MailAccounts accounts;

    ReplyTokens(MailAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable Ways ways(Organisation organisation) {
        MailAccount account = accounts.current().filter(MailAccount::isOn).orElse(null);
        return account == null ? null : token -> way(account, token);
    }

    private static Way way(MailAccount account, String token) {
        int at = account.address().lastIndexOf('@');
        return account.tokenIn() == TokenIn.ADDRESS
                ? new Way(
                        account.address().substring(0, at) + "+" + token
                                + account.address().substring(at),
                        "")
                : new Way(account.address(), "[" + token + "]");
    }

    static List<String> in(IncomingMail mail) {
        Set<String> tokens = new LinkedHashSet<>();
        Stream.concat(
                        mail.toAddresses().stream()
                                .flatMap(to -> IN_ADDRESS.matcher(to).results()),
                        IN_SUBJECT.matcher(mail.subject()).results())
                .forEach(found -> tokens.add(found.group(1)));
        return List.copyOf(tokens);
    }
}
