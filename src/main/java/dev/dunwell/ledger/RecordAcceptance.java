package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a customer accepted a version of terms. Refuses a day that has not come, and one without proof. */
@Component
public class RecordAcceptance {

    private final TermsBook book;
    private final Customers customers;
    private final Acceptances acceptances;
    private final Audit audit;

    RecordAcceptance(TermsBook book, Customers customers, Acceptances acceptances, Audit audit) {
        this.book = book;
        this.customers = customers;
        this.acceptances = acceptances;
        this.audit = audit;
    }

    /**
     * @param acceptedBy who agreed on the customer's side
     * @param evidence where the proof is: a file, a mail, an order
     */
    public record Wanted(long termsId, long customerId, String acceptedBy, LocalDate acceptedOn, String evidence) {}

    /** @param today the organisation's day */
    @Transactional
    public long record(Actor actor, Wanted wanted, LocalDate today) {
        TermsVersion version = book.byId(wanted.termsId()).orElseThrow(() -> new NotFound("version of terms"));
        Customer customer = customers.require(wanted.customerId());
        new Check()
                .text("acceptedBy", wanted.acceptedBy(), 200)
                .text("evidence", wanted.evidence(), 500)
                .that(!wanted.acceptedOn().isAfter(today), "acceptedOn", "This day has not come yet.")
                .done();
        long id = acceptances.insert(wanted, actor.name());
        audit.write(
                actor,
                "terms.accepted",
                "customer",
                customer.id(),
                Map.of(
                        "terms", version.title(),
                        "by", wanted.acceptedBy(),
                        "on", wanted.acceptedOn().toString(),
                        "evidence", wanted.evidence()));
        return id;
    }
}
