package dev.dunwell.whatif.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import dev.dunwell.whatif.Behaviour;
import dev.dunwell.whatif.Calculation;
import dev.dunwell.whatif.Lever.Kind;
import dev.dunwell.whatif.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The what-if bench: how things are, what a lever would bring, and what was kept.
 *
 * @param told null where the fields are wrong or nothing was paid in a year
 */
public record WhatIfView(
        Kind kind,
        Behaviour base,
        Calculation.@Nullable Now now,
        @Nullable Calculation told,
        @Nullable Sensitivity picture,
        List<Kept> kept,
        List<Choice> currencies,
        List<Choice> tags,
        Form form) {

    /** What was typed, and who may keep it. */
    public record Form(Map<String, String> values, List<Problem> problems, boolean mayKeep) {}

    /** A scenario with what it comes to today. */
    public record Kept(Scenario scenario, Calculation today, String address) {}

    public List<Choice> kinds() {
        return Stream.of(Kind.values())
                .map(each -> new Choice(each.code(), each.title()))
                .toList();
    }

    public String value(String field) {
        return form.values.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        return Problem.at(form.problems, field);
    }

    /** The formula in words, as the result was computed. */
    public String formula() {
        String paysSooner = switch (kind) {
            case DISCOUNT -> "days to pay − days of the discount, of those who pay later than that";
            case INSTALMENTS ->
                "days to pay − (first part + (parts − 1) × days between ÷ 2), of those who pay late; below zero where"
                        + " the parts come later";
            case TERMS -> "old term − new term, no further than the day of issue";
            case CHASING -> "days sooner, no further than the due day, of those who pay late";
            case AGENCY ->
                "days to pay − (due day + days until the agency has paid), of those who are late by more than 30 days less";
        };
        return "Net = capital saved + losses avoided + chasing avoided − price paid − deadweight − handling. Capital saved ="
                + " Σ amount × uptake × cost of capital × days gained ÷ 365; days gained = " + paysSooner + ".";
    }

    public String deadweight() {
        return kind == Kind.CHASING
                ? "Handling of those who pay no sooner for it."
                : kind == Kind.DISCOUNT
                        ? "The discount of those who pay within its days anyway: all of them take it."
                        : "The price of those who would have paid as soon anyway.";
    }

    /** A percentage where the net is zero, in words. */
    public static String breakEven(@Nullable BigDecimal percent) {
        return percent == null
                ? "none"
                : percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
