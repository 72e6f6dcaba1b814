package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Receivables;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was billed, collected and is outstanding over a period, and how much was paid within its terms. */
@Controller
class ReceivablesPage {

    private static final int PAGE = 100;

    private final Receivables receivables;
    private final Knowledge knowledge;

    ReceivablesPage(Receivables receivables, Knowledge knowledge) {
        this.receivables = receivables;
        this.knowledge = knowledge;
    }

    @GetMapping("/receivables")
    ModelAndView show(
            Caller caller,
            @RequestParam @Nullable LocalDate from,
            Viewpoint asked,
            @RequestParam(defaultValue = "") String cursor) {
        AsOf to = knowledge.see(caller, asked);
        LocalDate first = first(from, to);
        var view = new ReceivablesView(
                first,
                to,
                receivables.totals(first, to),
                receivables.onTime(first, to.day()),
                receivables.page(first, to, Cursor.parse(cursor, Receivables.CURSOR_KEYS), PAGE),
                cursor.isEmpty());
        return new ModelAndView("insight/receivables").addObject("view", view);
    }

    @Operation(summary = "Billed, credited, collected and outstanding by customer over a period, as CSV")
    @GetMapping({"/receivables.csv", "/api/v1/receivables.csv"})
    void download(Caller caller, @RequestParam @Nullable LocalDate from, Viewpoint asked, HttpServletResponse response)
            throws IOException {
        AsOf to = knowledge.see(caller, asked);
        LocalDate first = first(from, to);
        String[] headings = {
            "customer", "name", "currency", "opening", "billed", "credited", "collected", "other", "closing"
        };
        try (Csv csv = Csv.download(response, "receivables-%s-%s.csv".formatted(first, to.day()), headings)) {
            receivables.each(first, to, row -> {
                Receivables.Figures figures = row.figures();
                csv.row(
                        row.number(),
                        row.name(),
                        figures.closing().currency(),
                        figures.opening(),
                        figures.billed(),
                        figures.credited(),
                        figures.collected(),
                        figures.other(),
                        figures.closing());
            });
        }
    }

    static LocalDate first(@Nullable LocalDate from, AsOf to) {
        LocalDate first = from == null ? to.day().withDayOfMonth(1) : from;
        if (first.isAfter(to.day())) {
            throw BadInput.in("from", "It is after the last day, " + to.day() + ". Give that day or an earlier one.");
        }
        return first;
    }
}
