package dev.dunwell.foresight.web;

import dev.dunwell.access.Caller;
import dev.dunwell.foresight.Forecasts;
import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.foresight.InvoiceOutlook;
import dev.dunwell.foresight.Outlooks;
import dev.dunwell.foresight.PayingHabits;
import dev.dunwell.foresight.learning.Habit;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How customers pay and what is to be expected; amounts are exact numbers, days are of the organisation. */
@RestController
class ForesightApi {

    private final Forecasts forecasts;
    private final Outlooks outlooks;
    private final PayingHabits habits;
    private final Customers customers;
    private final Invoices invoices;

    ForesightApi(Forecasts forecasts, Outlooks outlooks, PayingHabits habits, Customers customers, Invoices invoices) {
        this.forecasts = forecasts;
        this.outlooks = outlooks;
        this.habits = habits;
        this.customers = customers;
        this.invoices = invoices;
    }

    /** @param evidence the same in words, as the customer's page says it */
    record HabitJson(String customer, LocalDate asOf, Habit habit, List<String> evidence) {}

    /** Half of such invoices are paid by expectedOn, eight in ten from earliestOn to latestOn. */
    record OutlookJson(
            String invoice,
            BigDecimal open,
            String currency,
            LocalDate dueOn,
            LocalDate madeOn,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate earliestOn,
            @Nullable LocalDate latestOn,
            int latePercent) {

        static OutlookJson of(InvoiceOutlook it) {
            return new OutlookJson(
                    it.number(),
                    it.open().amount(),
                    it.open().currency().getCurrencyCode(),
                    it.dueOn(),
                    it.madeOn(),
                    it.expectedOn(),
                    it.earliestOn(),
                    it.latestOn(),
                    it.latePercent());
        }
    }

    /** @param came of a week that is over, what came in from the invoices the forecast knew of */
    record WeekJson(
            LocalDate week,
            LocalDate madeOn,
            String currency,
            BigDecimal low,
            BigDecimal expected,
            BigDecimal high,
            @Nullable BigDecimal came) {

        static WeekJson of(Week week, LocalDate madeOn, @Nullable BigDecimal came) {
            return new WeekJson(
                    week.weekOn(),
                    madeOn,
                    week.currency().getCurrencyCode(),
                    week.low().amount(),
                    week.expected().amount(),
                    week.high().amount(),
                    came);
        }
    }

    /** The last forecast, and what came of earlier ones. */
    record ForecastJson(@Nullable LocalDate madeOn, List<WeekJson> weeks, List<WeekJson> earlier) {}

    /** What one invoice adds to a week: its amount times the chance. */
    record PartJson(OutlookJson invoice, BigDecimal percent, BigDecimal share) {}

    /** The invoices of a week, the largest part first. */
    record PartsJson(WeekJson week, List<PartJson> items, boolean more) {}

    @Operation(summary = "How a customer pays: time to pay with open invoices counted, late share, rhythm, drift")
    @GetMapping("/api/v1/customers/{number}/habit")
    HabitJson habit(Caller caller, @PathVariable String number, @RequestParam @Nullable LocalDate asOf) {
        long customer = customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
        PayingHabits.Shown shown = habits.of(customer, asOf == null ? caller.today() : asOf);
        return new HabitJson(number, shown.asOf(), shown.habit(), HabitWords.evidence(shown.habit()));
    }

    @Operation(summary = "When an open invoice is expected to be paid, with its 80 % interval")
    @GetMapping("/api/v1/invoices/{number}/outlook")
    OutlookJson outlook(Caller caller, @PathVariable String number) {
        return invoices.byNumber(number, caller.today())
                .flatMap(invoice -> outlooks.ofInvoice(invoice.id()))
                .map(OutlookJson::of)
                .orElseThrow(() -> new NotFound("open invoice that was foretold"));
    }

    @Operation(summary = "Expected receipts by week over thirteen weeks, and what came of earlier forecasts")
    @GetMapping("/api/v1/forecast")
    ForecastJson forecast(Caller caller) {
        List<WeekJson> earlier = forecasts.kept(caller.today()).stream()
                .map(it -> WeekJson.of(it.week(), it.madeOn(), it.came().amount()))
                .toList();
        return forecasts
                .last(caller.today())
                .map(made -> new ForecastJson(
                        made.on(),
                        forecasts.weeks(made.on()).stream()
                                .map(week -> WeekJson.of(week, made.on(), null))
                                .toList(),
                        earlier))
                .orElse(new ForecastJson(null, List.of(), earlier));
    }

    @Operation(summary = "The invoices a week's expected receipts are made of, at most 200, the largest part first")
    @GetMapping("/api/v1/forecast/{currency}/{weekOn}")
    PartsJson week(Caller caller, @PathVariable String currency, @PathVariable LocalDate weekOn) {
        WeekView view = ForecastPage.view(forecasts, outlooks, caller, currency, weekOn);
        LocalDate madeOn = view.parts().isEmpty()
                ? weekOn
                : view.parts().getFirst().outlook().madeOn();
        return new PartsJson(
                WeekJson.of(view.week(), madeOn, null),
                view.parts().stream()
                        .map(part -> new PartJson(
                                OutlookJson.of(part.outlook()),
                                part.percent(),
                                part.share().amount()))
                        .toList(),
                view.isCut());
    }
}
