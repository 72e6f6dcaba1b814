package dev.dunwell.stages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an invoice lacks before it may be sent (R142): whom to, where and how to pay, under which terms, and the order
 * reference where the customer demands one. Amount and due date no invoice is without.
 */
@Repository
public class Completeness {

    private final JdbcClient db;

    Completeness(JdbcClient db) {
        this.db = db;
    }

    /** Facts of an invoice that the list is made from. */
    record Facts(boolean hasRecipient, boolean hasTerms, boolean saysHowToPay, boolean demandsOrder, boolean hasOrder) {

        /** Each as a noun, in the order in which one would add it; empty when nothing is missing. */
        List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (!hasRecipient) {
                missing.add("somebody with an address to send it to");
            }
            if (!hasTerms) {
                missing.add("agreed terms");
            }
            if (!saysHowToPay) {
                missing.add("where and how to pay (Settings, Letterhead)");
            }
            if (demandsOrder && !hasOrder) {
                missing.add("the order reference the customer demands");
            }
            return List.copyOf(missing);
        }
    }

    @Transactional(readOnly = true)
    public List<String> missing(long invoiceId) {
        return db.sql("""
                select exists (
                         select from contact k
                         where k.customer_id = i.customer_id and k.email is not null and k.voided_at is null) as recipient,
                       i.terms_id is not null or i.due_on > i.issued_on as terms,
                       exists (select from letterhead h where length(trim(h.payment_details)) > 0) as payable,
                       exists (select from order_demand o where o.customer_id = i.customer_id) as demands,
                       coalesce(i.reference, '') <> '' as ordered
                from invoice i
                where i.id = :invoice
                """)
                .param("invoice", invoiceId)
                .query((row, _) -> new Facts(
                        row.getBoolean("recipient"),
                        row.getBoolean("terms"),
                        row.getBoolean("payable"),
                        row.getBoolean("demands"),
                        row.getBoolean("ordered")))
                .single()
                .missing();
    }
}
