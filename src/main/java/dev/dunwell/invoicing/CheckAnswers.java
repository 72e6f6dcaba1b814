package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a look at invoices found and a person let go: how often that is right, invoice accuracy tells later. */
@Repository
class CheckAnswers {

    private final JdbcClient db;

    CheckAnswers(JdbcClient db) {
        this.db = db;
    }

    /**
     * Notes what the night holds back because something is missing or strange; each once, however many nights it waits.
     */
    @Transactional
    public void heldBack(List<Proposal> proposals, LocalDate today) {
        List<Proposal> held = proposals.stream()
                .filter(proposal -> !proposal.findings().isEmpty())
                .toList();
        db.sql("""
                insert into check_answer (customer_id, billable_id, outcome, findings, said_by, said_on)
                select w.customer, w.billable, 'refused', string_to_array(w.findings, ' '), 'night', :on
                from unnest(:customers, :billables, :findings) as w (customer, billable, findings)
                on conflict (org_id, billable_id) where outcome = 'refused' do nothing
                """)
                .param(
                        "customers",
                        held.stream().map(each -> each.draft().customerId()).toArray(Long[]::new))
                .param(
                        "billables",
                        held.stream()
                                .map(each -> Collections.min(each.billables()))
                                .toArray(Long[]::new))
                .param(
                        "findings",
                        held.stream().map(each -> String.join(" ", codes(each))).toArray(String[]::new))
                .param("on", today)
                .update();
    }

    private static String[] codes(Proposal proposal) {
        return proposal.findings().stream()
                .map(finding -> finding.code().code())
                .distinct()
                .toArray(String[]::new);
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
                    .param("findings", codes(proposal))
                    .param("by", actor.name())
                    .param("on", today)
                    .update();
        }
    }
}
