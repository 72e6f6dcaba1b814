package dev.dunwell.whatif.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.whatif.Assumptions;
import dev.dunwell.whatif.Behaviour;
import dev.dunwell.whatif.Behaviours;
import dev.dunwell.whatif.Calculation;
import dev.dunwell.whatif.Effect;
import dev.dunwell.whatif.Lever;
import dev.dunwell.whatif.Scenario;
import dev.dunwell.whatif.Scenarios;
import dev.dunwell.whatif.Trial;
import dev.dunwell.whatif.Trials;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What-if, scenarios and trials for programs; amounts are exact numbers. */
@RestController
class WhatIfApi {

    private final Behaviours behaviours;
    private final Scenarios scenarios;
    private final Trials trials;

    WhatIfApi(Behaviours behaviours, Scenarios scenarios, Trials trials) {
        this.behaviours = behaviours;
        this.scenarios = scenarios;
        this.trials = trials;
    }

    /** One amount of the sum, by its name on the page. */
    record LineJson(String what, BigDecimal amount) {}

    /** Break-even figures are percentages; null where nothing makes the net zero. */
    record ToldJson(
            String currency,
            List<LineJson> lines,
            BigDecimal net,
            BigDecimal daysGained,
            BigDecimal released,
            @Nullable BigDecimal breakEvenCapital,
            @Nullable BigDecimal breakEvenPrice,
            @Nullable BigDecimal breakEvenUptake) {

        static ToldJson of(Calculation told) {
            return new ToldJson(
                    told.net().currency().getCurrencyCode(),
                    told.lines().stream()
                            .map(line -> new LineJson(line.what(), line.amount().amount()))
                            .toList(),
                    told.net().amount(),
                    told.daysGained(),
                    told.released().amount(),
                    rounded(told.breakEven().capital()),
                    rounded(told.breakEven().price()),
                    rounded(told.breakEven().uptake()));
        }

        private static @Nullable BigDecimal rounded(@Nullable BigDecimal percent) {
            return percent == null ? null : percent.setScale(4, RoundingMode.HALF_UP);
        }
    }

    /** A scenario with what it came to when it was kept, and today. */
    record ScenarioJson(
            long id, String name, String kind, String tag, LocalDate keptOn, BigDecimal netThen, ToldJson today) {}

    /** What a trial came to: days sooner are negative; margin is half of the 95 % interval. */
    record TrialJson(
            long id,
            String name,
            String what,
            LocalDate from,
            @Nullable LocalDate ended,
            int treated,
            int held,
            String draw,
            @Nullable EffectJson before,
            @Nullable EffectJson since) {}

    /** A difference of two means with what it rests on. */
    record EffectJson(BigDecimal days, @Nullable BigDecimal margin, int treated, int held, boolean moreThanChance) {

        static @Nullable EffectJson of(@Nullable Effect effect) {
            return effect == null
                    ? null
                    : new EffectJson(
                            effect.difference(),
                            effect.margin(),
                            effect.treated().customers(),
                            effect.held().customers(),
                            effect.isCertain());
        }
    }

    @Operation(
            summary =
                    "What a lever would have brought in the last year; kind is discount, instalments, terms, chasing or"
                            + " agency, the other fields are those of the page")
    @GetMapping("/api/v1/what-if")
    ToldJson compute(Caller caller, @RequestParam Map<String, String> form) {
        Lever.Kind kind =
                Lever.Kind.read(form.getOrDefault("kind", "discount")).orElseThrow(() -> new NotFound("lever"));
        Currency currency = behaviours.currencies(caller.today()).stream()
                .filter(each -> each.getCurrencyCode().equals(form.getOrDefault("currency", each.getCurrencyCode())))
                .findFirst()
                .orElseThrow(() -> new NotFound("currency with invoices of the last year"));
        Behaviour base = behaviours.of(form.getOrDefault("tag", ""), currency, caller.today());
        Asked asked = Asked.of(form, kind, behaviours.usual(base, caller.today()), caller);
        Assumptions at = asked.assumptions(currency);
        Lever lever = asked.lever(kind, currency);
        asked.check();
        return ToldJson.of(Calculation.of(base, at, lever));
    }

    @Operation(summary = "The scenarios that are kept, computed anew")
    @GetMapping("/api/v1/scenarios")
    List<ScenarioJson> scenarios(Caller caller) {
        return scenarios.all().stream().map(it -> json(it, caller)).toList();
    }

    @Operation(summary = "The trials, the latest first, with what each brought and how sure that is")
    @GetMapping("/api/v1/trials")
    List<TrialJson> trials(Caller caller) {
        return json(trials.all(), caller);
    }

    @Operation(summary = "One trial")
    @GetMapping("/api/v1/trials/{id}")
    TrialJson trial(Caller caller, @PathVariable long id) {
        return json(List.of(trials.byId(id).orElseThrow(() -> new NotFound("trial"))), caller)
                .getFirst();
    }

    private ScenarioJson json(Scenario it, Caller caller) {
        Money net = it.net();
        Behaviour base = behaviours.of(it.tag(), net.currency(), caller.today());
        return new ScenarioJson(
                it.id(),
                it.name(),
                it.lever().kind().code(),
                it.tag(),
                it.asOf(),
                net.amount(),
                ToldJson.of(Calculation.of(base, it.assumptions(), it.lever())));
    }

    private List<TrialJson> json(List<Trial> all, Caller caller) {
        Map<Long, Trials.Came> came = trials.came(all.stream().map(Trial::id).toList(), caller.today());
        return all.stream()
                .map(it -> json(it, Objects.requireNonNull(came.get(it.id()))))
                .toList();
    }

    private static TrialJson json(Trial it, Trials.Came came) {
        return new TrialJson(
                it.id(),
                it.name(),
                it.what(),
                it.fromOn(),
                it.endedOn(),
                it.treated(),
                it.held(),
                it.draw(),
                EffectJson.of(came.before()),
                EffectJson.of(came.since()));
    }
}
