package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a look at invoices found and a person let go: how often that is right, invoice accuracy tells later. */
@Repository
class CheckAnswers {

    private final JdbcClient db;

    CheckAnswers(JdbcClient db) {
        this.db = db;
    }

    /** Notes what was found strange and issued all the same; nothing when nothing was. */
    void confirmed(Proposal proposal, long invoiceId, Actor actor, LocalDate today) {
        if (!proposal.findings().isEmpty()) {
            db.sql("""
                    insert into check_answer (customer_id, invoice_id, outcome, findings, said_by, said_on)
                    values (:customer, :invoice, 'confirmed', :findings, :by, :on)
                    """)
                    .param("customer", proposal.draft().customerId())
                    .param("invoice", invoiceId)
                    .param(
                            "findings",
                            proposal.findings().stream()
                                    .map(f -> f.code().code())
                                    .distinct()
                                    .toArray(String[]::new))
                    .param("by", actor.name())
                    .param("on", today)
                    .update();
        }
    }
}
