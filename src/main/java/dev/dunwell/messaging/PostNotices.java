package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets notices appear behind the payer's door. Nothing leaves the house, so the last look, the words and the outcome
 * are one transaction: a crash loses and doubles none.
 */
@Component
public class PostNotices {

    private static final int BATCH = 200;

    private final Boarding boarding;
    private final Departures departures;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    PostNotices(
            Boarding boarding,
            Departures departures,
            Organisations organisations,
            PlatformTransactionManager transactions) {
        this.boarding = boarding;
        this.departures = departures;
        this.organisations = organisations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Until nothing is due any more; nothing while mail is on hold. Call it with the organisation bound and outside a
     * transaction.
     *
     * @param now notices may appear whose hour is not later
     */
    public Delivered run(Organisation organisation, Instant now) {
        Delivered delivered = Delivered.NOTHING;
        Boarding.Boarded posted = organisation.mailMode() == MailMode.HOLD ? NONE : post(now);
        while (!posted.isEmpty()) {
            delivered = delivered
                    .plus(posted.others())
                    .plus(new Delivered(posted.ready().size(), 0, 0, 0, 0));
            posted = post(now);
        }
        return delivered;
    }

    private static final Boarding.Boarded NONE = new Boarding.Boarded(List.of(), Delivered.NOTHING, true);

    private Boarding.Boarded post(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Organisation here = organisations.current();
            if (here.mailMode() == MailMode.HOLD) {
                return NONE;
            }
            Boarding.Boarded boarded = boarding.next(Way.PORTAL, here, State.SENT, null, BATCH, now);
            departures.note(
                    boarded.ready().stream().map(Boarding.Ready::id).toList(), State.SENT, "On the payer’s page.", now);
            return boarded;
        }));
    }
}
