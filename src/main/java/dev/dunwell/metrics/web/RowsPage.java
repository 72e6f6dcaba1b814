package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.CaseRows;
import dev.dunwell.metrics.CaseRows.Cut;
import dev.dunwell.metrics.CaseRows.Row;
import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.Metric.FromRows;
import dev.dunwell.web.Csv;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rows behind a metric, and their sums by customer, segment, collector, stage, currency or month. */
@Controller
class RowsPage {

    static final int MOST = 300;

    private final CaseRows caseRows;

    RowsPage(CaseRows caseRows) {
        this.caseRows = caseRows;
    }

    @GetMapping("/figures/metrics/{code}/rows")
    ModelAndView show(
            Caller caller,
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            MetricAsked asked) {
        Metric metric = Catalogue.of(code);
        CaseRows.Asked question = question(metric, caller, from, to, asked);
        Cut cut = Stream.of(Cut.values())
                .filter(each -> each.code().equals(asked.by()))
                .findFirst()
                .orElse(Cut.CUSTOMER);
        List<Row> rows = caseRows.rows(question, MOST + 1);
        String query = "?from=" + question.from() + "&to=" + question.to()
                + asked.query(AsOf.today(question.to()), "currency", asked.text(asked.currency()))
                        .replace("?", "&");
        return new ModelAndView("metrics/rows")
                .addObject(
                        "view",
                        new RowsView(
                                metric,
                                question,
                                query,
                                cut,
                                caseRows.sums(question, Cut.CURRENCY),
                                caseRows.sums(question, cut),
                                rows.stream().limit(MOST).toList(),
                                rows.size() > MOST));
    }

    @Operation(summary = "The rows behind a metric as CSV: what is in the upper and the lower part of its fraction")
    @GetMapping({"/figures/metrics/{code}/rows.csv", "/api/v1/metrics/{code}/rows.csv"})
    void download(
            Caller caller,
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            MetricAsked asked,
            HttpServletResponse response)
            throws IOException {
        CaseRows.Asked question = question(Catalogue.of(code), caller, from, to, asked);
        String file = "%s-rows-%s-%s.csv".formatted(code, question.from(), question.to());
        String[] headings = {"day", "customer", "name", "currency", "part", "whole", "stage", "what"};
        try (Csv csv = Csv.download(response, file, headings)) {
            caseRows.each(
                    question,
                    row -> csv.row(
                            row.on(),
                            row.customerNumber(),
                            row.customer(),
                            row.currency(),
                            RowsView.number(row.part(), row.currency()),
                            RowsView.number(row.whole(), row.currency()),
                            row.stage(),
                            row.label()));
        }
    }

    private static CaseRows.Asked question(
            Metric metric, Caller caller, @Nullable LocalDate from, @Nullable LocalDate to, MetricAsked asked) {
        String question = switch (metric.source()) {
            case FromBook book when !book.hasPage() -> book.rows();
            case FromRows rows -> rows.question();
            default -> throw new NotFound("rows of this metric");
        };
        LocalDate last = to == null ? caller.today() : to;
        String currency = asked.text(asked.currency());
        return new CaseRows.Asked(
                question,
                asked.scope(),
                from == null ? last.minusMonths(metric.months()).plusDays(1) : from,
                last,
                currency.isEmpty() ? null : currency,
                asked.stage());
    }
}
