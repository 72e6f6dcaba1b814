package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.WithdrawBillable;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that all of an order is delivered: every line becomes billable, less what its deposits and milestones billed
 * already, each with its tax, so that all invoices of the order come to its net amount (the German law wants to see a
 * final invoice so, § 14 (5) UStG). A part that was reached and stands on no invoice yet is billed with the rest. When
 * nothing is left, nothing is billed.
 */
@Component
public class CompleteOrder {

    private final JdbcClient db;
    private final Orders orders;
    private final Billables billables;
    private final AddBillable addBillable;
    private final WithdrawBillable withdrawBillable;
    private final Audit audit;

    CompleteOrder(
            JdbcClient db,
            Orders orders,
            Billables billables,
            AddBillable addBillable,
            WithdrawBillable withdrawBillable,
            Audit audit) {
        this.db = db;
        this.orders = orders;
        this.billables = billables;
        this.addBillable = addBillable;
        this.withdrawBillable = withdrawBillable;
        this.audit = audit;
    }

    /**
     * @param on the day on which the last of it was delivered
     * @return what is left to bill, net
     */
    @Transactional
    public Money complete(Actor actor, long orderId, LocalDate on, LocalDate today) {
        Order order = orders.locked(orderId);
        check(order, on, today);
        Money left = bill(actor, order, on);
        db.sql("update sales_order set completed_on = :on, completed_by = :by where id = :id")
                .param("on", on)
                .param("by", actor.name())
                .param("id", orderId)
                .update();
        audit.write(
                actor,
                "order.completed",
                "customer",
                order.customer().id(),
                Map.of("order", order.number(), "left", left.toString()));
        return left;
    }

    private Money bill(Actor actor, Order order, LocalDate on) {
        List<Billables.Standing> earlier = billables.apart(order.apart());
        earlier.stream()
                .filter(each -> each.document() == null)
                .forEach(each ->
                        withdrawBillable.withdraw(actor, each.billable().id(), "Billed with all of " + order.number()));
        List<Billables.Standing> billed =
                earlier.stream().filter(each -> each.document() != null).toList();
        Money left = billed.stream().map(each -> each.billable().amount()).reduce(order.net(), Money::minus);
        if (!left.isZero()) {
            order.items().forEach(item -> addBillable.add(actor, line(order, item, on)));
            billed.forEach(each -> addBillable.add(actor, deducted(order, each, on)));
        }
        return left;
    }

    private static void check(Order order, LocalDate on, LocalDate today) {
        if (order.completedOn() != null) {
            throw Refusal.conflict("order-complete", "It is complete already.");
        } else if (!order.net().isPositive()) {
            throw Refusal.because("order-empty", "Add what was ordered first.");
        } else if (on.isAfter(today) || on.isBefore(order.orderedOn())) {
            throw BadInput.in("on", "Give a day from " + order.orderedOn() + ", when it was ordered, to today.");
        }
    }

    private static Billable line(Order order, Item item, LocalDate on) {
        return billable(order, Billable.Origin.OTHER, "line " + item.id(), item, on);
    }

    /** What was billed before, taken off as one piece under the number of its invoice. */
    private static Billable deducted(Order order, Billables.Standing before, LocalDate on) {
        Billable part = before.billable();
        var item = new Item(
                0,
                null,
                part.description() + " · " + before.document(),
                Billable.Quantity.ONE.number(),
                Billable.Quantity.ONE.unit(),
                part.amount().negated().amount(),
                part.tax());
        return billable(order, Billable.Origin.DEPOSIT, "less " + part.id(), item, on);
    }

    private static Billable billable(Order order, Billable.Origin origin, String key, Item item, LocalDate on) {
        return new Billable(
                0,
                order.customer().id(),
                origin,
                order.apart() + ": " + key,
                item.description(),
                new Billable.Quantity(item.quantity(), item.unit()),
                item.unitPrice(),
                item.net(order.currency()),
                item.tax(),
                new Span(on, on.plusDays(1)),
                on,
                order.issue(),
                order.apart(),
                order.reference(),
                order.terms().id());
    }
}
