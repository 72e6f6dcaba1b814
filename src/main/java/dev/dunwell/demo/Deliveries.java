package dev.dunwell.demo;

import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.WithdrawBillable;
import dev.dunwell.deals.CompleteOrder;
import dev.dunwell.deals.Orders;
import dev.dunwell.invoicing.IssueInvoice;
import dev.dunwell.invoicing.SendInvoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Orders that were delivered: an invoice is issued and sent on the day of the line, or another system billed them. */
@Component
class Deliveries {

    private final Orders orders;
    private final CompleteOrder completeOrder;
    private final Billables billables;
    private final WithdrawBillable withdrawBillable;
    private final IssueInvoice issueInvoice;
    private final SendInvoice sendInvoice;

    Deliveries(
            Orders orders,
            CompleteOrder completeOrder,
            Billables billables,
            WithdrawBillable withdrawBillable,
            IssueInvoice issueInvoice,
            SendInvoice sendInvoice) {
        this.orders = orders;
        this.completeOrder = completeOrder;
        this.billables = billables;
        this.withdrawBillable = withdrawBillable;
        this.issueInvoice = issueInvoice;
        this.sendInvoice = sendInvoice;
    }

    void deliver(Scene scene, long order, LocalDate on, boolean isBilledElsewhere) {
        completeOrder.complete(scene.actor(), order, on, scene.today());
        List<Long> work = billables.apart(orders.byId(order).orElseThrow().apart()).stream()
                .map(Billables.Standing::billable)
                .map(Billable::id)
                .toList();
        if (isBilledElsewhere) {
            work.forEach(id -> withdrawBillable.withdraw(scene.actor(), id, "Billed in the system before"));
        } else {
            var wanted = new IssueInvoice.Wanted(work, Set.of(), scene.today());
            long document = issueInvoice.issue(scene.actor(), scene.organisation(), wanted);
            sendInvoice.send(scene.organisation(), document, scene.today());
        }
    }
}
