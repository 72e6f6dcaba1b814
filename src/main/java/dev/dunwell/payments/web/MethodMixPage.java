package dev.dunwell.payments.web;

import dev.dunwell.access.Caller;
import dev.dunwell.payments.MethodMix;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reports: with what customers pay. */
@Controller
class MethodMixPage {

    private static final int MONTHS = 11;

    private final MethodMix mix;

    MethodMixPage(MethodMix mix) {
        this.mix = mix;
    }

    /** What the address asks for; this month and the eleven before when it does not say. */
    record Asked(@Nullable LocalDate from, @Nullable LocalDate to) {

        LocalDate last(LocalDate today) {
            return to == null ? today : to;
        }

        LocalDate first(LocalDate today) {
            return from == null ? last(today).withDayOfMonth(1).minusMonths(MONTHS) : from;
        }
    }

    @GetMapping("/payment-methods")
    ModelAndView show(Caller caller, Asked asked) {
        LocalDate from = asked.first(caller.today());
        LocalDate to = asked.last(caller.today());
        return new ModelAndView("payments/method-mix")
                .addObject("from", from)
                .addObject("to", to)
                .addObject("rows", mix.between(from, to));
    }

    @GetMapping("/payment-methods.csv")
    void download(Caller caller, Asked asked, HttpServletResponse response) throws IOException {
        LocalDate from = asked.first(caller.today());
        LocalDate to = asked.last(caller.today());
        var rows = mix.between(from, to);
        try (Csv csv = Csv.download(
                response,
                "payment-methods-" + from + "-" + to + ".csv",
                "method",
                "currency",
                "payments",
                "amount",
                "percent",
                "surcharge",
                "days_from_issue",
                "days_from_due")) {
            for (MethodMix.Row row : rows) {
                csv.row(
                        row.method(),
                        row.amount().currency(),
                        row.payments(),
                        row.amount(),
                        row.percent(),
                        row.surcharge(),
                        row.daysFromIssue(),
                        row.daysFromDue());
            }
        }
    }
}
