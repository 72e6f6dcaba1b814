package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks that invoices go to an agency; a second person decides. */
@Component
public class AskForPlacement {

    private final Agencies agencies;
    private final Handover handover;
    private final JdbcClient db;
    private final Audit audit;

    AskForPlacement(Agencies agencies, Handover handover, JdbcClient db, Audit audit) {
        this.agencies = agencies;
        this.handover = handover;
        this.db = db;
        this.audit = audit;
    }

    /**
     * All of them, or none when one is refused.
     *
     * @param reason why now, for the second person and for the agency
     */
    @Transactional
    public void ask(Caller caller, long agencyId, List<Long> invoiceIds, String reason) {
        if (reason.isBlank()) {
            throw BadInput.in("reason", "Say why; the second person and the agency will read it.");
        } else if (invoiceIds.isEmpty()) {
            throw BadInput.in("invoice", "Choose at least one invoice.");
        }
        Agency agency = agencies.byId(agencyId);
        for (long invoiceId : invoiceIds) {
            Handover.Account account = handover.check(agency, invoiceId, caller.today());
            long id = insert(caller, agency, account, reason.strip());
            audit.write(
                    caller.actor(),
                    "placement.asked",
                    "customer",
                    account.customerId(),
                    Map.of("placement", id, "invoice", account.number(), "agency", agency.name()));
        }
    }

    private long insert(Caller caller, Agency agency, Handover.Account account, String reason) {
        try {
            return db.sql("""
                    insert into placement (agency_id, invoice_id, currency, amount, age_days, fee_percent, fixed_fee, reason,
                      asked_on, asked_by)
                    values (:agency, :invoice, :currency, :amount, :age, :percent, :fixed, :reason, :today, :by)
                    returning id
                    """)
                    .param("agency", agency.id())
                    .param("invoice", account.invoiceId())
                    .param("currency", account.open().currency().getCurrencyCode())
                    .param("amount", account.open().minor())
                    .param("age", account.ageDays())
                    .param("percent", account.percent())
                    .param("fixed", account.fixed().minor())
                    .param("reason", reason)
                    .param("today", caller.today())
                    .param("by", caller.actor().name())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("placed-already", account.number() + " is with an agency or asked to be already.");
        }
    }
}
