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
public class Courses {

    private final JdbcClient db;
    private final Mailings mailings;

    Courses(JdbcClient db, Mailings mailings) {
        this.db = db;
        this.mailings = mailings;
    }

    /**
     * An open invoice on its way.
     *
     * @param explanation what the policy says of it on that day, with every step of the strategy
     */
    public record Way(long customerId, Situation situation, Station station, Explanation explanation) {}

    /** None when it is not open on the day. */
    @Transactional(readOnly = true)
    public Optional<Way> of(Organisation organisation, LocalDate day, long invoiceId) {
        long customerId = customerOf(invoiceId);
        Policy policy = Judge.of(organisation, day).policy();
        return mailings.of(organisation, day, customerId).stream()
                .flatMap(mailing -> mailing.members().stream())
                .flatMap(dossier -> dossier.items().stream())
                .filter(item -> item.invoiceId() == invoiceId)
                .map(item -> new Way(
                        customerId,
                        item.situation(),
                        policy.station(item.situation()),
                        policy.explain(item.situation(), day)))
                .findFirst();
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
                        way.situation().course().deadlineOn())
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
