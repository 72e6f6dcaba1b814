package dev.dunwell.foresight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.foresight.Outlooks;
import dev.dunwell.foresight.PayingHabits;
import dev.dunwell.foresight.Seasons;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How a customer pays, on its page; and when an open invoice is expected, on the invoice's. */
@Controller
class HabitPanel {

    private final PayingHabits habits;
    private final Outlooks outlooks;
    private final Customers customers;
    private final Seasons seasons;

    HabitPanel(PayingHabits habits, Outlooks outlooks, Customers customers, Seasons seasons) {
        this.seasons = seasons;
        this.habits = habits;
        this.outlooks = outlooks;
        this.customers = customers;
    }

    @GetMapping("/customers/{id}/habit")
    ModelAndView habit(Caller caller, @PathVariable long id) {
        if (customers.byId(id).isEmpty()) {
            throw new NotFound("customer");
        }
        return new ModelAndView("foresight/habit").addObject("view", HabitView.of(id, habits.of(id, caller.today())));
    }

    @GetMapping("/customers/{id}/season")
    ModelAndView season(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        return new ModelAndView("foresight/season")
                .addObject("view", SeasonView.of(customer, seasons.of(id, caller.today())));
    }

    @GetMapping("/invoices/{id}/outlook")
    ModelAndView outlook(Caller caller, @PathVariable long id) {
        return new ModelAndView("foresight/outlook")
                .addObject("view", outlooks.ofInvoice(id).orElseThrow(() -> new NotFound("open invoice")));
    }
}
