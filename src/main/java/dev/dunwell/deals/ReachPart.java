package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that a milestone is reached, or asks for a deposit: its amount becomes billable, shared out over the taxes of
 * the order. Once; refuses a day that has not come.
 */
@Component
public class ReachPart {

    private final JdbcClient db;
    private final Orders orders;
    private final AddBillable addBillable;
    private final Audit audit;

    ReachPart(JdbcClient db, Orders orders, AddBillable addBillable, Audit audit) {
        this.db = db;
        this.orders = orders;
        this.addBillable = addBillable;
        this.audit = audit;
    }

    /** @param on the day on which it was reached */
    @Transactional
    public void reach(Actor actor, long orderId, long partId, LocalDate on, LocalDate today) {
        Order order = orders.locked(orderId);
        Part part = order.parts().stream()
                .filter(each -> each.id() == partId)
                .findFirst()
                .orElseThrow(() -> new NotFound("part"));
        if (part.reached() != null || order.completedOn() != null) {
            throw Refusal.conflict("part-reached", "It is reached already, or the order is complete.");
        } else if (on.isAfter(today)) {
            throw BadInput.in("on", "This day has not come yet.");
        }
        db.sql("update order_part set reached_on = :on, reached_by = :by where id = :id")
                .param("on", on)
                .param("by", actor.name())
                .param("id", partId)
                .update();
        Money before = order.parts().stream()
                .filter(each -> each.id() < partId)
                .map(Part::amount)
                .reduce(Money.zero(order.currency()), Money::plus);
        Parts.byTax(order.netByTax(), before, part.amount())
                .forEach((tax, amount) -> addBillable.add(actor, billable(order, part, tax, amount, on)));
        audit.write(
                actor,
                "part.reached",
                "customer",
                order.customer().id(),
                Map.of(
                        "order",
                        order.number(),
                        "part",
                        part.title(),
                        "amount",
                        part.amount().toString()));
    }

    private static Billable billable(Order order, Part part, Tax tax, Money amount, LocalDate on) {
        String share = part.percent() == null
                ? ""
                : part.percent().stripTrailingZeros().toPlainString() + " % · ";
        return new Billable(
                0,
                order.customer().id(),
                part.kind() == Part.Kind.DEPOSIT ? Billable.Origin.DEPOSIT : Billable.Origin.MILESTONE,
                order.apart() + ": part " + part.id() + ", " + tax,
                part.title() + " · " + share + order.number(),
                Billable.Quantity.ONE,
                amount.amount(),
                amount,
                tax,
                new Span(on, on.plusDays(1)),
                on,
                order.issue(),
                order.apart(),
                order.reference(),
                order.terms().id());
    }
}
