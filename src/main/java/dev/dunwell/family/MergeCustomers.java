package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a customer into another that is the same business. All that belongs to the first goes over; its number leads
 * to the other from then on. Totals stay what they were, in every currency and as of every day.
 *
 * <p>Refuses two of one line of a family, two that are related, two with a running promise in the same currency or with
 * a payer each: a person first says which of them counts. Credit limits stay: the one of the survivor counts.
 */
@Component
public class MergeCustomers {

    private final JdbcClient db;
    private final Customers customers;
    private final Families families;
    private final Relations relations;
    private final Belongings belongings;
    private final Merges merges;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MergeCustomers(
            JdbcClient db,
            Customers customers,
            Families families,
            Relations relations,
            Belongings belongings,
            Merges merges,
            Audit audit,
            ApplicationEventPublisher events) {
        this.db = db;
        this.customers = customers;
        this.families = families;
        this.relations = relations;
        this.belongings = belongings;
        this.merges = merges;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param fromId whose place is taken
     * @param intoId the one that stays
     * @param reason why they are one, for whoever wonders later; may be empty
     * @return the merge's id, by which {@link UndoMerge} takes it back
     */
    @Transactional
    public long merge(Caller caller, long fromId, long intoId, String reason) {
        lock(fromId, intoId);
        Customer from = customers.byId(fromId).orElseThrow(() -> new NotFound("customer"));
        Customer into = customers.byId(intoId).orElseThrow(() -> new NotFound("customer"));
        refuse(from, into);
        Set<Long> touched = families.around(fromId, intoId);
        Map<String, List<Long>> moved = move(fromId, intoId);
        db.sql("delete from customer_standing where customer_id = :from")
                .param("from", fromId)
                .update();
        db.sql("update customer set voided_at = now(), merged_into = :into where id = :from")
                .param("into", intoId)
                .param("from", fromId)
                .update();
        if (relations.isCircle(caller.today())) {
            throw relatives();
        }
        long id = merges.insert(
                fromId, intoId, reason.strip(), moved, caller.actor().name());
        events.publishEvent(new LedgerChanged(Set.of(intoId)));
        events.publishEvent(new FamilyChanged(touched));
        audit.write(caller.actor(), "customer.merged", "customer", intoId, told(from, moved));
        return id;
    }

    /** In one order, so that two people who merge the same two do not wait for each other. */
    private void lock(long fromId, long intoId) {
        db.sql("select id from customer where id in (:from, :into) order by id for update")
                .param("from", fromId)
                .param("into", intoId)
                .query(Long.class)
                .list();
    }

    private void refuse(Customer from, Customer into) {
        if (from.id() == into.id()) {
            throw BadInput.in("into", "Name another customer: this one is the same already.");
        } else if (families.below(from.id()).contains(into.id())
                || families.below(into.id()).contains(from.id())
                || relations.of(from.id()).stream()
                        .anyMatch(r ->
                                r.customer().id() == into.id() || r.related().id() == into.id())) {
            throw relatives();
        }
        List<String> promised = db.sql("""
                select currency
                from promise
                where state = 'open' and customer_id in (:from, :into)
                group by currency
                having count(distinct customer_id) > 1
                order by currency
                """)
                .param("from", from.id())
                .param("into", into.id())
                .query((row, _) -> row.getString(1))
                .list();
        if (!promised.isEmpty()) {
            throw Refusal.conflict(
                    "merge-promises",
                    "A promise in %s runs for each of the two. Withdraw the one that does not count, then merge."
                            .formatted(String.join(", ", promised)));
        }
    }

    private Map<String, List<Long>> move(long fromId, long intoId) {
        try {
            return belongings.move(fromId, intoId);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "merge-relations",
                    "The two have the same relation to somebody, or a payer each. End one of the two, then merge.");
        }
    }

    private static Refusal relatives() {
        return Refusal.conflict(
                "merge-relatives",
                "One of the two is the parent of the other, or related to it. End that relation first, then merge.");
    }

    private static Map<String, Object> told(Customer from, Map<String, List<Long>> moved) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", from.number());
        new TreeMap<>(moved).forEach((name, ids) -> detail.put(name.replace(".customer_id", ""), ids.size()));
        return detail;
    }
}
