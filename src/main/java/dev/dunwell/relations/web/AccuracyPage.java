package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Accuracy.Fault;
import dev.dunwell.relations.Accuracy.Filter;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.SayCause;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How many invoices were right the first time, each figure opening into its invoices. */
@Controller
class AccuracyPage {

    static final String PATH = "/relations/accuracy";
    private static final int SHOWN = 200;
    private static final int MOST = 1_000_000;

    private final Accuracy accuracy;
    private final SayCause sayCause;

    AccuracyPage(Accuracy accuracy, SayCause sayCause) {
        this.accuracy = accuracy;
        this.sayCause = sayCause;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        Period period = asked.period(caller.today());
        List<Accuracy.Row> rows = accuracy.rows(period, filter(asked), SHOWN + 1);
        return new ModelAndView("relations/accuracy")
                .addObject(
                        "view",
                        new AccuracyView(
                                asked.links(PATH, caller.today()),
                                accuracy.shares(period),
                                rows.subList(0, Math.min(SHOWN, rows.size())),
                                rows.size() > SHOWN,
                                accuracy.raisedByThem(period),
                                accuracy.unnamed(period),
                                accuracy.letGo(period),
                                accuracy.heldBack(period),
                                caller.may("POST /questions/{id}/cause")));
    }

    private static Filter filter(PeriodAsked asked) {
        return new Filter(
                asked.state() == null ? "wrong" : asked.state(),
                asked.of("month"),
                asked.of("customer"),
                asked.of("cause"),
                asked.of("line"),
                asked.of("biller"));
    }

    @GetMapping(PATH + ".csv")
    void csv(Caller caller, PeriodAsked asked, HttpServletResponse response) throws IOException {
        Period period = asked.period(caller.today());
        try (Csv csv = Csv.download(
                response,
                "invoice-accuracy-%s-%s.csv".formatted(period.from(), period.to()),
                "invoice",
                "issued",
                "currency",
                "amount",
                "customer",
                "name",
                "heard_as",
                "cause",
                "on",
                "said")) {
            for (Accuracy.Row row : accuracy.rows(period, filter(asked), MOST)) {
                Fault fault = row.fault();
                csv.row(
                        row.number(),
                        row.issuedOn(),
                        row.amount().currency().getCurrencyCode(),
                        row.amount(),
                        row.customerNumber(),
                        row.customerName(),
                        fault == null ? null : fault.kind(),
                        fault == null ? null : fault.cause(),
                        fault == null ? null : fault.on(),
                        fault == null ? null : fault.said());
            }
        }
    }

    /** What a question was about. */
    @PostMapping("/questions/{id}/cause")
    ModelAndView cause(
            Caller caller, @PathVariable long id, @RequestParam String cause, @RequestParam @Nullable String back) {
        sayCause.say(caller, id, cause);
        String next = back != null && back.startsWith(PATH + "?") ? back : PATH;
        return Onward.to(
                next,
                Flash.done(
                        cause.equals(SayCause.UNRELATED)
                                ? "Its invoice counts as right the first time."
                                : "Kept as the cause."));
    }
}
