package dev.dunwell.foresight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.foresight.Backtests;
import dev.dunwell.foresight.Forecasts;
import dev.dunwell.foresight.Forecasts.Made;
import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.foresight.Outlooks;
import dev.dunwell.foresight.learning.Backtest;
import dev.dunwell.web.Csv;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Show;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What is expected to come in over thirteen weeks, from which invoices, and what came of earlier forecasts. */
@Controller
class ForecastPage {

    private static final int MOST = 200;

    private final Forecasts forecasts;
    private final Outlooks outlooks;
    private final Backtests backtests;

    ForecastPage(Forecasts forecasts, Outlooks outlooks, Backtests backtests) {
        this.backtests = backtests;
        this.forecasts = forecasts;
        this.outlooks = outlooks;
    }

    @GetMapping("/forecast")
    ModelAndView show(Caller caller) {
        Optional<Made> made = forecasts.last(caller.today());
        List<Week> weeks = made.map(it -> forecasts.weeks(it.on())).orElse(List.of());
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        return new ModelAndView("foresight/forecast")
                .addObject("view", ForecastView.of(made.orElse(null), weeks, forecasts.kept(caller.today()), show));
    }

    @GetMapping("/forecast/backtest")
    ModelAndView backtest(Caller caller) {
        return new ModelAndView("foresight/backtest")
                .addObject(
                        "view",
                        new BacktestView(
                                caller.today(),
                                backtests
                                        .of(caller.today())
                                        .map(Backtest.Report::figures)
                                        .orElse(List.of())));
    }

    @GetMapping("/forecast/{currency}/{weekOn}")
    ModelAndView week(Caller caller, @PathVariable String currency, @PathVariable LocalDate weekOn) {
        return new ModelAndView("foresight/week")
                .addObject("view", view(forecasts, outlooks, caller, currency, weekOn));
    }

    @Operation(summary = "Expected receipts by week and currency, with the band of eight in ten cases, as CSV")
    @GetMapping({"/forecast.csv", "/api/v1/forecast.csv"})
    void download(Caller caller, HttpServletResponse response) throws IOException {
        Optional<Made> made = forecasts.last(caller.today());
        String name = "forecast-%s.csv".formatted(made.map(Made::on).orElse(caller.today()));
        try (Csv csv = Csv.download(response, name, "made_on", "week", "currency", "low", "expected", "high")) {
            for (Week week : made.map(it -> forecasts.weeks(it.on())).orElse(List.of())) {
                csv.row(
                        made.orElseThrow().on(),
                        week.weekOn(),
                        week.currency(),
                        week.low(),
                        week.expected(),
                        week.high());
            }
        }
    }

    @Operation(summary = "When each open invoice is expected to be paid, with its 80 % interval, as CSV")
    @GetMapping({"/forecast/invoices.csv", "/api/v1/forecast/invoices.csv"})
    void invoices(Caller caller, HttpServletResponse response) throws IOException {
        String[] headings = {
            "invoice",
            "customer",
            "currency",
            "open",
            "due",
            "expected",
            "earliest",
            "latest",
            "late_percent",
            "made_on"
        };
        try (Csv csv = Csv.download(response, "expected-%s.csv".formatted(caller.today()), headings)) {
            outlooks.each(it -> csv.row(
                    it.number(),
                    it.customer(),
                    it.open().currency(),
                    it.open(),
                    it.dueOn(),
                    it.expectedOn(),
                    it.earliestOn(),
                    it.latestOn(),
                    it.latePercent(),
                    it.madeOn()));
        }
    }

    /** @throws NotFound where the last forecast has no such week in that currency */
    static WeekView view(Forecasts forecasts, Outlooks outlooks, Caller caller, String currency, LocalDate weekOn) {
        List<Week> weeks =
                forecasts.last(caller.today()).map(made -> forecasts.weeks(made.on())).orElse(List.of()).stream()
                        .filter(week -> week.currency().getCurrencyCode().equals(currency))
                        .toList();
        Week asked = weeks.stream()
                .filter(week -> week.weekOn().equals(weekOn))
                .findFirst()
                .orElseThrow(() -> new NotFound("week of the forecast"));
        List<Outlooks.Part> parts = outlooks.ofWeek(asked.currency(), weeks.indexOf(asked) + 1, MOST + 1);
        return new WeekView(asked, parts.stream().limit(MOST).toList(), parts.size() > MOST);
    }
}
