package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.relations.Funnel;
import dev.dunwell.relations.Funnel.Place;
import dev.dunwell.relations.Funnel.Row;
import dev.dunwell.relations.Funnel.Step;
import dev.dunwell.relations.Funnel.Way;
import dev.dunwell.relations.Period;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How far invoices come on their way to being paid, each figure opening into its invoices. */
@Controller
class FunnelPage {

    static final String PATH = "/relations/funnel";
    private static final String NOT = "-not";
    private static final int SHOWN = 200;
    private static final int MOST = 1_000_000;

    private final Funnel funnel;

    FunnelPage(Funnel funnel) {
        this.funnel = funnel;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        Period period = asked.period(caller.today());
        List<Row> rows = rows(period, asked, SHOWN + 1);
        return new ModelAndView("relations/funnel")
                .addObject(
                        "view",
                        new FunnelView(
                                asked.links(PATH, caller.today()),
                                funnel.of(period),
                                place(asked.state()),
                                isReached(asked.state()),
                                rows.subList(0, Math.min(SHOWN, rows.size())),
                                rows.size() > SHOWN));
    }

    private List<Row> rows(Period period, PeriodAsked asked, int limit) {
        return funnel.rows(period, place(asked.state()), isReached(asked.state()), asked.of("currency"), limit);
    }

    /** {@code paid} or {@code paid-not}; all that were issued when nothing is asked for. */
    private static Place place(@Nullable String state) {
        String code = state == null ? Place.ISSUED.code() : state.replace(NOT, "");
        return Arrays.stream(Place.values())
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadInput.in("state", "Name a place of the funnel: issued, delivered, viewed …"));
    }

    private static boolean isReached(@Nullable String state) {
        return state == null || !state.endsWith(NOT);
    }

    @GetMapping(PATH + ".csv")
    void csv(Caller caller, PeriodAsked asked, HttpServletResponse response) throws IOException {
        Period period = asked.period(caller.today());
        try (Csv csv = Csv.download(
                response,
                "funnel-%s-%s.csv".formatted(period.from(), period.to()),
                "invoice",
                "customer",
                "name",
                "currency",
                "amount",
                "issued",
                "delivered",
                "viewed",
                "contacted",
                "promised_or_disputed",
                "paid")) {
            for (Row row : rows(period, asked, MOST)) {
                csv.row(
                        row.number(),
                        row.customerNumber(),
                        row.customerName(),
                        row.amount().currency().getCurrencyCode(),
                        row.amount(),
                        row.on().get(Place.ISSUED),
                        row.on().get(Place.DELIVERED),
                        row.on().get(Place.VIEWED),
                        row.on().get(Place.CONTACTED),
                        row.on().get(Place.AGREED),
                        row.on().get(Place.PAID));
            }
        }
    }

    /** @param conversionPercent of those who reached the place before; null when nobody did */
    record Line(
            String currency,
            String place,
            int reached,
            BigDecimal amount,
            BigDecimal percentOfIssued,
            @Nullable BigDecimal conversionPercent,
            @Nullable BigDecimal medianDaysBetween,
            @Nullable BigDecimal medianDaysFromIssue) {

        static Line of(Way way, Step step) {
            Money amount = step.amount();
            return new Line(
                    way.currency(),
                    step.place().code(),
                    step.reached(),
                    amount.amount(),
                    step.share(),
                    step.conversion(),
                    step.daysBetween(),
                    step.daysFromIssue());
        }
    }

    record Ways(LocalDate from, LocalDate to, LocalDate asOf, List<Line> lines) {}

    @Operation(summary = "The AR funnel of the invoices issued in a period, per currency")
    @GetMapping("/api/v1/funnel")
    @ResponseBody
    Ways ways(Caller caller, PeriodAsked asked) {
        Period period = asked.period(caller.today());
        return new Ways(
                period.from(),
                period.to(),
                period.asOf(),
                funnel.of(period).stream()
                        .flatMap(way -> way.steps().stream().map(step -> Line.of(way, step)))
                        .toList());
    }
}
