package dev.dunwell.insight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.insight.Receivables;
import dev.dunwell.insight.Receivables.Figures;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.Listed;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was billed, credited and collected over a period and is outstanding at its end; amounts are exact numbers. */
@RestController
class ReceivablesApi {

    private final Receivables receivables;
    private final Knowledge knowledge;

    ReceivablesApi(Receivables receivables, Knowledge knowledge) {
        this.receivables = receivables;
        this.knowledge = knowledge;
    }

    /** Opening + billed − credited − collected − other = closing, in one currency. */
    record FiguresJson(
            String currency,
            BigDecimal opening,
            BigDecimal billed,
            BigDecimal credited,
            BigDecimal collected,
            BigDecimal other,
            BigDecimal closing) {

        static FiguresJson of(Figures figures) {
            Money closing = figures.closing();
            return new FiguresJson(
                    closing.currency().getCurrencyCode(),
                    figures.opening().amount(),
                    figures.billed().amount(),
                    figures.credited().amount(),
                    figures.collected().amount(),
                    figures.other().amount(),
                    closing.amount());
        }
    }

    /** The figures of all customers, one line for each currency. */
    record Totals(LocalDate from, LocalDate to, List<FiguresJson> totals) {}

    /** The figures of one customer in one currency. */
    record RowJson(String customer, String name, FiguresJson figures) {

        static RowJson of(Receivables.Row row) {
            return new RowJson(row.number(), row.name(), FiguresJson.of(row.figures()));
        }
    }

    @Operation(summary = "Billed, credited, collected and outstanding over a period, of all customers together")
    @GetMapping("/api/v1/receivables/totals")
    Totals totals(Caller caller, @RequestParam @Nullable LocalDate from, Viewpoint asked) {
        AsOf to = knowledge.see(caller, asked);
        LocalDate first = ReceivablesPage.first(from, to);
        return new Totals(
                first,
                to.day(),
                receivables.totals(first, to).stream().map(FiguresJson::of).toList());
    }

    @Operation(summary = "Billed, credited, collected and outstanding over a period by customer, who owes most first")
    @GetMapping("/api/v1/receivables")
    Listed<RowJson> list(Caller caller, @RequestParam @Nullable LocalDate from, Viewpoint asked, Paging paging) {
        AsOf to = knowledge.see(caller, asked);
        LocalDate first = ReceivablesPage.first(from, to);
        return Listed.of(
                receivables.page(first, to, paging.after(Receivables.CURSOR_KEYS), paging.size()), RowJson::of);
    }
}
