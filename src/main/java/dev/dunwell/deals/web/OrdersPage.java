package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Billables;
import dev.dunwell.deals.ChangeOrder;
import dev.dunwell.deals.ChangeOrder.Change;
import dev.dunwell.deals.CompleteOrder;
import dev.dunwell.deals.Order;
import dev.dunwell.deals.Orders;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.ReachPart;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Orders: the list, a new one, and one with its deposits, milestones and what was billed of it. */
@Controller
class OrdersPage {

    private static final String ADDRESS = "/orders";
    private static final int SHOWN = 200;

    private final Orders orders;
    private final Products products;
    private final TermsBook terms;
    private final Billables billables;
    private final PlaceOrder placeOrder;
    private final ChangeOrder changeOrder;
    private final ReachPart reachPart;
    private final CompleteOrder completeOrder;
    private final DealForm dealForm;

    OrdersPage(
            Orders orders,
            Products products,
            TermsBook terms,
            Billables billables,
            PlaceOrder placeOrder,
            ChangeOrder changeOrder,
            ReachPart reachPart,
            CompleteOrder completeOrder,
            DealForm dealForm) {
        this.orders = orders;
        this.products = products;
        this.terms = terms;
        this.billables = billables;
        this.placeOrder = placeOrder;
        this.changeOrder = changeOrder;
        this.reachPart = reachPart;
        this.completeOrder = completeOrder;
        this.dealForm = dealForm;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("deals/orders")
                .addObject("orders", orders.latest(SHOWN))
                .addObject("terms", terms.inUse(caller.today()))
                .addObject("today", caller.today())
                .addObject("mayPlace", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView place(Caller caller, @RequestParam Map<String, String> form) {
        return Acting.on(ADDRESS, () -> {
            var wanted = dealForm.order(
                    DealForm.typed(caller, form), caller.organisation().currency(), caller.today());
            long id = placeOrder.place(caller.actor(), wanted, caller.today());
            return Onward.to(at(id), Flash.done("Taken. Add what was ordered."));
        });
    }

    @GetMapping("/orders/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        Order order = order(id);
        return new ModelAndView("deals/order")
                .addObject("order", order)
                .addObject("billed", billables.apart(order.apart()))
                .addObject("products", products.all())
                .addObject("today", caller.today())
                .addObject("mayChange", caller.may("POST /orders/{id}/parts"));
    }

    @PostMapping("/orders/{id}/lines")
    ModelAndView add(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return change(
                caller,
                id,
                () -> new Change.Add(
                        dealForm.item(DealForm.typed(caller, form), order(id).currency(), caller.today())),
                "Added.");
    }

    @PostMapping("/orders/{id}/lines/{line}/removal")
    ModelAndView drop(Caller caller, @PathVariable long id, @PathVariable long line) {
        return change(caller, id, () -> new Change.Drop(line), "Taken out.");
    }

    @PostMapping("/orders/{id}/parts")
    ModelAndView plan(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return change(
                caller,
                id,
                () -> new Change.Plan(
                        DealForm.planned(DealForm.typed(caller, form), order(id).currency())),
                "Agreed.");
    }

    @PostMapping("/orders/{id}/parts/{part}/removal")
    ModelAndView withdraw(Caller caller, @PathVariable long id, @PathVariable long part) {
        return change(caller, id, () -> new Change.Withdraw(part), "Taken out.");
    }

    @PostMapping("/orders/{id}/parts/{part}/reached")
    ModelAndView reach(
            Caller caller, @PathVariable long id, @PathVariable long part, @RequestParam Map<String, String> form) {
        return Acting.on(
                at(id),
                () -> reachPart.reach(
                        caller.actor(),
                        id,
                        part,
                        DealForm.day(DealForm.typed(caller, form), "on", caller.today()),
                        caller.today()),
                "Noted. It is on the next run.");
    }

    @PostMapping("/orders/{id}/completion")
    ModelAndView complete(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(at(id), () -> {
            Money left = completeOrder.complete(
                    caller.actor(),
                    id,
                    DealForm.day(DealForm.typed(caller, form), "on", caller.today()),
                    caller.today());
            return Onward.to(
                    at(id),
                    Flash.done(
                            left.isZero()
                                    ? "Complete. All of it is billed."
                                    : "Complete. The rest is on the next run."));
        });
    }

    private ModelAndView change(Caller caller, long id, Supplier<Change> change, String done) {
        return Acting.on(at(id), () -> changeOrder.change(caller.actor(), id, change.get(), caller.today()), done);
    }

    private Order order(long id) {
        return orders.byId(id).orElseThrow(() -> new NotFound("order"));
    }

    private static String at(long id) {
        return ADDRESS + "/" + id;
    }
}
