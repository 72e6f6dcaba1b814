package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Action;
import dev.dunwell.collections.NextSteps;
import dev.dunwell.collections.Why;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Why something was or was not sent about an invoice on a day: every question that was asked, with its answer. */
@Controller
class WhyPage {

    private final Why why;
    private final NextSteps nextSteps;

    WhyPage(Why why, NextSteps nextSteps) {
        this.why = why;
        this.nextSteps = nextSteps;
    }

    /** Of the open item that somebody is needed for, else of the one that comes next. */
    @GetMapping("/customers/{id}/why")
    RedirectView ofCustomer(Caller caller, @PathVariable long id) {
        List<NextSteps.Item> items = nextSteps.items(id, caller.today());
        return items.stream()
                .min(Comparator.comparing(item -> item.action() != Action.CALL && item.action() != Action.HOLD))
                .map(item -> new RedirectView(WhyUrl.of(item.number()), true))
                .orElseThrow(() -> new NotFound("open invoice of this customer"));
    }

    @GetMapping("/invoices/{number}/why")
    String byPath(Caller caller, @PathVariable String number, @RequestParam @Nullable LocalDate date, Model model) {
        return page(caller, number, date, model);
    }

    /** For numbers that no path can carry, with a slash for example. */
    @GetMapping("/why")
    String byQuery(Caller caller, @RequestParam String invoice, @RequestParam @Nullable LocalDate date, Model model) {
        return page(caller, invoice, date, model);
    }

    private String page(Caller caller, String invoice, @Nullable LocalDate date, Model model) {
        LocalDate day = date == null ? caller.today() : date;
        BusinessCalendar calendar = caller.organisation().calendar();
        model.addAttribute(
                "view",
                new WhyView(
                        why.about(caller.organisation(), invoice, day),
                        day,
                        calendar.onOrBefore(day.minusDays(1)),
                        calendar.onOrAfter(day.plusDays(1)),
                        day.isBefore(caller.today()),
                        caller.may("POST /customers/{id}/holds")));
        return "collections/why";
    }
}
