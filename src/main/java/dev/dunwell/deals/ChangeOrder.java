package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds to an order: lines, while nothing is agreed to be billed of it, and the parts that are billed before the rest.
 * Refuses lines of an order that came from a quote, parts that come to more than the order, and taking out what was
 * reached.
 */
@Component
public class ChangeOrder {

    private final JdbcClient db;
    private final Orders orders;
    private final Items items;
    private final PlannedParts parts;
    private final Audit audit;

    ChangeOrder(JdbcClient db, Orders orders, Items items, PlannedParts parts, Audit audit) {
        this.db = db;
        this.orders = orders;
        this.items = items;
        this.parts = parts;
        this.audit = audit;
    }

    /** What is changed. */
    public sealed interface Change {

        /** One more line. */
        record Add(Item item) implements Change {}

        /** A line less. */
        record Drop(long itemId) implements Change {}

        /** A deposit or a milestone. */
        record Plan(Planned planned) implements Change {}

        /** A part is not billed by itself after all. */
        record Withdraw(long partId) implements Change {}
    }

    @Transactional
    public void change(Actor actor, long orderId, Change change, LocalDate today) {
        Order order = orders.locked(orderId);
        if (order.completedOn() != null) {
            throw Refusal.conflict("order-complete", "It is complete and billed.");
        }
        switch (change) {
            case Change.Add add -> {
                requireOpenLines(order);
                items.add(Items.Of.ORDER, orderId, add.item);
            }
            case Change.Drop drop -> {
                requireOpenLines(order);
                if (!items.drop(Items.Of.ORDER, orderId, drop.itemId)) {
                    throw new NotFound("line");
                }
            }
            case Change.Plan plan -> {
                Money amount = plan.planned.amount(order.net(), order.parts());
                parts.add(actor, PlannedParts.Of.ORDER, orderId, plan.planned, amount);
            }
            case Change.Withdraw withdraw -> withdraw(orderId, withdraw.partId, today);
        }
        audit.write(
                actor,
                "order.changed",
                "customer",
                order.customer().id(),
                Map.of("order", order.number(), "change", change.toString()));
    }

    private static void requireOpenLines(Order order) {
        if (order.quote() != null) {
            throw Refusal.conflict("order-of-quote", "Its lines are those that the customer accepted.");
        } else if (!order.parts().isEmpty()) {
            throw Refusal.conflict(
                    "order-parted", "Parts of it are agreed. Take them out first, or take another order.");
        }
    }

    private void withdraw(long order, long part, LocalDate today) {
        int gone = db.sql("""
                update order_part set withdrawn_on = :today
                where id = :part and order_id = :order and reached_on is null and withdrawn_on is null
                """)
                .param("today", today)
                .param("part", part)
                .param("order", order)
                .update();
        if (gone == 0) {
            throw Refusal.conflict("part-reached", "It is reached or taken out already.");
        }
    }
}
