package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.evidence.EvidencePack;
import dev.dunwell.evidence.MakeEvidencePack;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second person's yes: the invoice goes to the agency, with its evidence, on the terms of today; and we no longer
 * write or call about it ourselves.
 */
@Component
public class PlaceAccount {

    private final Placements placements;
    private final Agencies agencies;
    private final Handover handover;
    private final MakeEvidencePack makeEvidencePack;
    private final NoteCondition noteCondition;
    private final JdbcClient db;
    private final Audit audit;

    PlaceAccount(
            Placements placements,
            Agencies agencies,
            Handover handover,
            MakeEvidencePack makeEvidencePack,
            NoteCondition noteCondition,
            JdbcClient db,
            Audit audit) {
        this.placements = placements;
        this.agencies = agencies;
        this.handover = handover;
        this.makeEvidencePack = makeEvidencePack;
        this.noteCondition = noteCondition;
        this.db = db;
        this.audit = audit;
    }

    /**
     * @return the evidence it goes with; refuses what was decided already, what the strategy no longer proposes, and a
     *     yes of the person who asked, unless nobody else may give it
     */
    @Transactional
    public EvidencePack place(Caller caller, long placementId) {
        db.sql("select 1 from placement where id = :id for update")
                .param("id", placementId)
                .query()
                .listOfRows();
        Placement asked = placements.byId(placementId);
        if (!asked.isAsked()) {
            throw Refusal.conflict("decided", "This was decided already. Look at the list again.");
        } else if (asked.asked().by().equals(caller.actor().name()) && othersMayDecide()) {
            throw Refusal.because("own-request", "You asked for this yourself: let somebody else decide.");
        }
        Handover.Account account =
                handover.check(agencies.byId(asked.agencyId()), asked.invoice().id(), caller.today());
        EvidencePack pack = makeEvidencePack.make(caller, account.customerId(), account.invoiceId());
        long condition = noteCondition.note(
                caller,
                new NoteCondition.Wanted(
                        account.customerId(),
                        account.invoiceId(),
                        Condition.Kind.PLACED,
                        null,
                        "Placed with " + asked.agency()));
        update(caller, placementId, account, pack.id(), condition);
        audit.write(
                caller.actor(),
                "placement.placed",
                "customer",
                account.customerId(),
                Map.of("placement", placementId, "agency", asked.agency(), "pack", pack.id()));
        return pack;
    }

    private boolean othersMayDecide() {
        return db.sql("select count(*) > 1 from membership where role in ('administrator', 'credit_manager')")
                .query(Boolean.class)
                .single();
    }

    private void update(Caller caller, long id, Handover.Account account, long pack, long condition) {
        db.sql("""
                update placement
                set amount = :amount, age_days = :age, fee_percent = :percent, fixed_fee = :fixed, decided_on = :today,
                  decided_by = :by, decided_at = now(), pack_id = :pack, condition_id = :condition
                where id = :id
                """)
                .param("amount", account.open().minor())
                .param("age", account.ageDays())
                .param("percent", account.percent())
                .param("fixed", account.fixed().minor())
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("pack", pack)
                .param("condition", condition)
                .param("id", id)
                .update();
    }
}
