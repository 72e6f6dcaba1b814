package dev.dunwell.whatif.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Simulate;
import dev.dunwell.collections.Simulate.Rival;
import dev.dunwell.collections.Simulated;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.foresight.Outlooks;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Typed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Any strategy over nights that were or will be: who would get what, when, how many a day, what the gate would stop.
 */
@Controller
class SimulatorPage {

    private static final int SHOWN = 200;

    private final Simulate simulate;
    private final Strategies strategies;
    private final Outlooks outlooks;

    SimulatorPage(Simulate simulate, Strategies strategies, Outlooks outlooks) {
        this.simulate = simulate;
        this.strategies = strategies;
        this.outlooks = outlooks;
    }

    @GetMapping("/simulator")
    ModelAndView show(Caller caller, @RequestParam Map<String, String> form) {
        List<Simulated> told = List.of();
        List<Problem> problems = List.of();
        try {
            told = form.containsKey("days") ? simulated(caller, form) : List.of();
        } catch (BadInput bad) {
            problems = bad.problems();
        }
        Map<String, String> values = new HashMap<>(
                Map.of("from", caller.today().toString(), "days", "30", "people", "yes", "pays", "expected"));
        values.putAll(form);
        var page = new ModelAndView("whatif/simulator")
                .addObject("view", new SimulatorView(told, SHOWN, choices(), values, problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @Operation(summary = "Who would hear what and when under a strategy, over up to 60 nights, as CSV")
    @GetMapping({"/simulator.csv", "/api/v1/simulation.csv"})
    void download(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response)
            throws IOException {
        List<Simulated> told = simulated(caller, form);
        try (Csv csv = Csv.download(
                response,
                "simulation.csv",
                "strategy",
                "night",
                "customer",
                "action",
                "stage",
                "step",
                "invoices",
                "open")) {
            for (Simulated each : told) {
                for (Simulated.Line line : each.lines()) {
                    csv.row(
                            each.strategy(),
                            line.on(),
                            line.customer(),
                            line.action().name().toLowerCase(java.util.Locale.ROOT),
                            line.stage(),
                            line.step(),
                            String.join(" ", line.invoices()),
                            line.amounts().stream().map(Money::toString).collect(Collectors.joining(" ")));
                }
            }
        }
    }

    private List<Simulated> simulated(Caller caller, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        LocalDate from = Objects.requireNonNullElse(typed.day("from"), caller.today());
        String days = typed.text("days");
        int nights = days.matches("\\d{1,2}") ? Integer.parseInt(days) : 0;
        if (nights < 1 || nights > Simulate.MOST_DAYS) {
            typed.refuse("days", "Give 1 to 60 nights.");
        }
        List<Rival> rivals = new ArrayList<>(List.of(new Rival(typed.id("strategy"))));
        if (!typed.text("other").isEmpty()) {
            rivals.add(new Rival(typed.text("other").equals("chosen") ? null : typed.id("other")));
        }
        typed.check();
        boolean isExpected = typed.text("pays").equals("expected");
        Map<Long, LocalDate> paidOn = new HashMap<>();
        if (isExpected) {
            outlooks.each(it -> {
                LocalDate on = it.expectedOn();
                if (on != null && on.isAfter(caller.today())) {
                    paidOn.put(it.invoiceId(), on);
                }
            });
        }
        return simulate.simulate(
                caller.organisation(),
                caller.today(),
                new Simulate.Wanted(from, nights, typed.text("people").equals("yes"), paidOn),
                rivals);
    }

    private List<Choice> choices() {
        Map<Long, StrategyVersion> latest = new java.util.LinkedHashMap<>();
        strategies.all().forEach(version -> latest.putIfAbsent(version.strategyId(), version));
        return latest.values().stream()
                .map(each -> new Choice(String.valueOf(each.strategyId()), each.name() + ", for everybody"))
                .toList();
    }
}
