package dev.dunwell.collections;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where open invoices stand on their way through the stages, and whether a person's move is allowed there. */
@Repository
public class Journeys {

    private final JdbcClient db;
    private final Mailings mailings;
    private final Judges judges;

    Journeys(JdbcClient db, Mailings mailings, Judges judges) {
        this.db = db;
        this.mailings = mailings;
        this.judges = judges;
    }

    /**
     * An open invoice on its way.
     *
     * @param situation as its strategy sees it
     * @param explanation what the policy says of it on that day, with every step of the strategy
     */
    public record Way(
            long customerId, Situation situation, StrategyVersion strategy, Station station, Explanation explanation) {}

    /** None when it is not open on the day. */
    @Transactional(readOnly = true)
    public Optional<Way> of(Organisation organisation, LocalDate day, long invoiceId) {
        Judge judge = judges.of(organisation, day);
        for (Mailing mailing : mailings.of(organisation, day, customerOf(invoiceId))) {
            for (Dossier dossier : mailing.members()) {
                for (OpenCase item : dossier.items()) {
                    if (item.invoiceId() == invoiceId) {
                        return Optional.of(judge.way(dossier, item));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The way of an open invoice on which a person may make this move today; its customer stays locked until the end of
     * the transaction, so that no night decides meanwhile.
     *
     * @throws Refusal when the table of the stages does not allow the move, saying what it allows
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Way require(Caller caller, long invoiceId, Move move) {
        return require(caller, invoiceId, move, List.of());
    }

    /** The same where the invoice may lack something, each as a noun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Way require(Caller caller, long invoiceId, Move move, List<String> missing) {
        lock(customerOf(invoiceId));
        Way way = of(caller.organisation(), caller.today(), invoiceId)
                .orElseThrow(() -> Refusal.conflict("not-open", "The invoice is settled; nothing is left to do."));
        Circumstances now = Circumstances.of(
                        way.situation(),
                        caller.today(),
                        way.situation().journey().deadlineOn())
                .lacking(missing);
        if (StageMachine.move(way.station(), move, now) instanceof StageMachine.Outcome.Refused refused) {
            throw Refusal.because("stage", refused.problem().message());
        }
        return way;
    }

    private long customerOf(long invoiceId) {
        return db.sql("select customer_id from invoice where id = :invoice and voided_at is null")
                .param("invoice", invoiceId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }

    private void lock(long customerId) {
        db.sql("select id from customer where id = :id for no key update")
                .param("id", customerId)
                .query(Long.class)
                .single();
    }
}
