package dev.dunwell.portal;

import dev.dunwell.access.Attempts;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Secret;
import dev.dunwell.messaging.SendAtOnce;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that whoever uses a link also reads the mailbox that it was sent to: eight digits go there, good for ten
 * minutes, five tries and one use. What shows history or changes who is written to asks for it.
 */
@Component
public class ProvePayer {

    private static final int DIGITS = 8;
    private static final int CODES_AN_HOUR = 5;

    private final PayerSessions sessions;
    private final SendAtOnce sendAtOnce;
    private final Audit audit;
    private final Attempts codes;
    private final TransactionTemplate transaction;

    ProvePayer(
            PayerSessions sessions,
            SendAtOnce sendAtOnce,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.sendAtOnce = sendAtOnce;
        this.audit = audit;
        this.codes = new Attempts(CODES_AN_HOUR, Duration.ofHours(1), clock);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends a code to the address on file; the one before is void. Refuses more than five an hour. */
    public void send(Payer payer) {
        Link link = payer.session().link();
        int organisation = payer.session().organisation();
        if (!codes.count(organisation + "/" + link.toAddress()).isZero()) {
            throw Refusal.conflict("codes-too-often", "Enough codes were sent for now.");
        }
        Secret code = Secret.digits(DIGITS);
        transaction.executeWithoutResult(_ -> sessions.expect(payer.session().id(), code, payer.now()));
        DoorWords words = payer.words();
        boolean isSent = sendAtOnce.send(new SendAtOnce.Note(
                link.toName(),
                Objects.requireNonNull(link.toAddress()),
                words.language(),
                words.word("code.subject"),
                words.word("code.text", code.text())));
        if (!isSent) {
            throw Refusal.conflict("code-not-sent", "The code could not be sent just now.");
        }
    }

    /** @return whether it was the right one, in time, and among the first five tries */
    public boolean prove(Payer payer, String typed) {
        Secret code = new Secret(typed.replaceAll("\\s", ""));
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean isRight = sessions.prove(payer.session().id(), code, payer.now());
            if (isRight) {
                Link link = payer.session().link();
                audit.write(link.payer(), "door.proven", "customer", link.customerId(), Map.of("link", link.id()));
            }
            return isRight;
        }));
    }
}
