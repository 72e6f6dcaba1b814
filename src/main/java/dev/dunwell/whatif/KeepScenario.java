package dev.dunwell.whatif;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a scenario under a name, with what it comes to today. It is never edited: another one takes its place. Refuses
 * a name that is taken, and none.
 */
@Component
public class KeepScenario {

    private static final int LONGEST = 80;

    private final JdbcClient db;
    private final Behaviours behaviours;
    private final Audit audit;

    KeepScenario(JdbcClient db, Behaviours behaviours, Audit audit) {
        this.db = db;
        this.behaviours = behaviours;
        this.audit = audit;
    }

    /** What is to be kept; its currency is the one of the assumptions. */
    public record Wanted(String name, String tag, Assumptions assumptions, Lever lever) {}

    /** @return its id */
    @Transactional
    public long keep(Caller caller, Wanted wanted) {
        String name = wanted.name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw BadInput.in("name", "Give it a name of at most 80 characters.");
        }
        var currency = wanted.assumptions.chasingCost().currency();
        Calculation told =
                Calculation.of(behaviours.of(wanted.tag, currency, caller.today()), wanted.assumptions, wanted.lever);
        Lever lever = wanted.lever;
        long id = db.sql("""
                insert into scenario (name, tag, currency, kind, price, uptake, days, parts, every_days, handling,
                                      capital_percent, loss_percent, chasing_cost, as_of, net, days_gained, author)
                values (:name, :tag, :currency, :kind, :price, :uptake, :days, :parts, :every, :handling,
                        :capital, :loss, :chasing, :asOf, :net, :gained, :author)
                on conflict do nothing
                returning id
                """)
                .param("name", name)
                .param("tag", wanted.tag)
                .param("currency", currency.getCurrencyCode())
                .param("kind", lever.kind().code())
                .param("price", lever.price())
                .param("uptake", lever.uptake())
                .param("days", lever.days())
                .param("parts", lever.parts())
                .param("every", lever.everyDays())
                .param("handling", lever.handling().minor())
                .param("capital", wanted.assumptions.capitalPercent())
                .param("loss", wanted.assumptions.lossPercent())
                .param("chasing", wanted.assumptions.chasingCost().minor())
                .param("asOf", caller.today())
                .param("net", told.net().minor())
                .param("gained", told.daysGained())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict(
                        "scenario.name", "There is a scenario of this name. Choose another, or remove that one."));
        audit.write(
                caller.actor(),
                "scenario.kept",
                "scenario",
                id,
                Map.of("name", name, "net", told.net().toString()));
        return id;
    }

    /** Takes it off the page; what was tried with it stays. */
    @Transactional
    public void remove(Caller caller, long id) {
        int removed = db.sql(
                        "update scenario set removed_on = :today, removed_by = :by where id = :id and removed_on is null")
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("id", id)
                .update();
        if (removed == 0) {
            throw new NotFound("scenario");
        }
        audit.write(caller.actor(), "scenario.removed", "scenario", id, Map.of());
    }
}
