package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.ChangeOrder;
import dev.dunwell.deals.ChangeOrder.Change;
import dev.dunwell.deals.CompleteOrder;
import dev.dunwell.deals.Order;
import dev.dunwell.deals.Orders;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.ReachPart;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders for programs: taken, agreed in parts, reached, complete. */
@RestController
class OrdersApi {

    private static final int MOST = 1000;

    private final Orders orders;
    private final PlaceOrder placeOrder;
    private final ChangeOrder changeOrder;
    private final ReachPart reachPart;
    private final CompleteOrder completeOrder;
    private final DealForm dealForm;

    OrdersApi(
            Orders orders,
            PlaceOrder placeOrder,
            ChangeOrder changeOrder,
            ReachPart reachPart,
            CompleteOrder completeOrder,
            DealForm dealForm) {
        this.orders = orders;
        this.placeOrder = placeOrder;
        this.changeOrder = changeOrder;
        this.reachPart = reachPart;
        this.completeOrder = completeOrder;
        this.dealForm = dealForm;
    }

    record OrderJson(
            long id,
            String number,
            String customer,
            String title,
            @Nullable String reference,
            String terms,
            BigDecimal net,
            String currency,
            @Nullable LocalDate completedOn,
            List<LineJson> lines,
            List<PartJson> parts) {}

    /** On which day; today when missing. */
    record On(@Nullable LocalDate on) {}

    /** @param left what is billed now that all of it is delivered, net */
    record CompletedJson(BigDecimal left, String currency) {}

    @Operation(summary = "Orders with their deposits and milestones, the latest first")
    @GetMapping("/api/v1/orders")
    List<OrderJson> list() {
        return orders.latest(MOST).stream().map(OrdersApi::json).toList();
    }

    @Operation(summary = "One order")
    @GetMapping("/api/v1/orders/{id}")
    OrderJson one(@PathVariable long id) {
        return json(order(id));
    }

    @Operation(
            summary = "Take an order without a quote: customer (its number), title, terms (their name);"
                    + " perhaps reference, currency, and issue: automatic or approve")
    @PostMapping("/api/v1/orders")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson place(Caller caller, @RequestBody Map<String, @Nullable String> fields) {
        var wanted = dealForm.order(DealForm.sent(fields), caller.organisation().currency(), caller.today());
        return new MadeJson(placeOrder.place(caller.actor(), wanted, caller.today()));
    }

    @Operation(summary = "One more line; those of a quote stay as they were accepted")
    @PostMapping("/api/v1/orders/{id}/lines")
    @ResponseStatus(HttpStatus.CREATED)
    OrderJson add(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var item = dealForm.item(DealForm.sent(fields), order(id).currency(), caller.today());
        return changed(caller, id, new Change.Add(item));
    }

    @Operation(summary = "A line less")
    @DeleteMapping("/api/v1/orders/{id}/lines/{line}")
    OrderJson drop(Caller caller, @PathVariable long id, @PathVariable long line) {
        return changed(caller, id, new Change.Drop(line));
    }

    @Operation(summary = "Agree a deposit or a milestone: kind, title, plannedOn, and percent or amount, net")
    @PostMapping("/api/v1/orders/{id}/parts")
    @ResponseStatus(HttpStatus.CREATED)
    OrderJson plan(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var planned = DealForm.planned(DealForm.sent(fields), order(id).currency());
        return changed(caller, id, new Change.Plan(planned));
    }

    @Operation(summary = "Take back a deposit or a milestone that is not reached")
    @DeleteMapping("/api/v1/orders/{id}/parts/{part}")
    OrderJson withdraw(Caller caller, @PathVariable long id, @PathVariable long part) {
        return changed(caller, id, new Change.Withdraw(part));
    }

    @Operation(summary = "Say that a milestone is reached, or ask for a deposit: it becomes billable, once")
    @PostMapping("/api/v1/orders/{id}/parts/{part}/reached")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reach(Caller caller, @PathVariable long id, @PathVariable long part, @RequestBody On reached) {
        LocalDate on = reached.on == null ? caller.today() : reached.on;
        reachPart.reach(caller.actor(), id, part, on, caller.today());
    }

    @Operation(summary = "Say that all of it is delivered: what is left becomes billable, once")
    @PostMapping("/api/v1/orders/{id}/completion")
    CompletedJson complete(Caller caller, @PathVariable long id, @RequestBody On completed) {
        LocalDate on = completed.on == null ? caller.today() : completed.on;
        Money left = completeOrder.complete(caller.actor(), id, on, caller.today());
        return new CompletedJson(left.amount(), left.currency().getCurrencyCode());
    }

    private OrderJson changed(Caller caller, long id, Change change) {
        changeOrder.change(caller.actor(), id, change, caller.today());
        return one(id);
    }

    private Order order(long id) {
        return orders.byId(id).orElseThrow(() -> new NotFound("order"));
    }

    private static OrderJson json(Order order) {
        return new OrderJson(
                order.id(),
                order.number(),
                order.customer().number(),
                order.title(),
                order.reference(),
                order.terms().title(),
                order.net().amount(),
                order.currency().getCurrencyCode(),
                order.completedOn(),
                order.items().stream()
                        .map(item -> LineJson.of(item, order.currency()))
                        .toList(),
                order.parts().stream().map(PartJson::of).toList());
    }
}
