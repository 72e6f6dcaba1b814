package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.LateFee;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the lateness of an invoice costs as of a day and was not claimed, held or waived before.
 *
 * @param rule in words
 * @param unknown why interest cannot be worked out, and what to do; empty when it can
 * @param accrued interest and compensation
 * @param fees by stage of reminding; due when the stage is reached, so they are not accrued
 */
public record LateCosts(
        LateItem item, LocalDate asOf, String rule, String unknown, List<Piece> accrued, List<Piece> fees) {

    public static final String INTEREST = "interest";
    public static final String COMPENSATION = "compensation";

    public LateCosts {
        accrued = List.copyOf(accrued);
        fees = List.copyOf(fees);
    }

    /**
     * Something that can be claimed once.
     *
     * @param stage {@value #INTEREST}, {@value #COMPENSATION} or a stage of reminding, {@code stage-2}
     * @param lines of interest, else none
     * @param why in words
     */
    public record Piece(
            String stage, LocalDate from, LocalDate through, Money amount, List<Interest.Line> lines, String why) {

        public String kind() {
            return stage.startsWith("stage-") ? "fee" : stage;
        }

        /** The computation in words, line by line. */
        public String explained() {
            return lines.isEmpty()
                    ? why
                    : why + "\n" + lines.stream().map(Interest.Line::toString).collect(Collectors.joining("\n"));
        }
    }

    public static LateCosts of(LateItem item, RateTable table, LocalDate asOf) {
        Penalties penalties = item.terms().conditions().penalties();
        LocalDate lateFrom = item.lateFrom();
        if (penalties.isNone() || isWithinGrace(item, penalties, asOf)) {
            return new LateCosts(item, asOf, penalties.toString(), "", List.of(), List.of());
        }
        InterestRule rule = InterestRule.of(penalties, item.party().isConsumer(), table, lateFrom, asOf);
        List<Piece> accrued = new ArrayList<>();
        if (rule instanceof InterestRule.Rates rates) {
            interest(item, rates, penalties, asOf).ifPresent(accrued::add);
        }
        compensation(item, penalties).ifPresent(accrued::add);
        String unknown = rule instanceof InterestRule.Unknown missing ? missing.because() : "";
        String words = rule instanceof InterestRule.None none ? none.because() : penalties.toString();
        return new LateCosts(item, asOf, words, unknown, accrued, fees(item, penalties));
    }

    /** What can be claimed at a stage; empty when there is nothing, or no more. */
    public Optional<Piece> at(String stage) {
        return Stream.concat(accrued.stream(), fees.stream())
                .filter(piece -> piece.stage.equals(stage))
                .findFirst();
    }

    /** Settled before the grace ended, or the grace has not ended yet. */
    private static boolean isWithinGrace(LateItem item, Penalties penalties, LocalDate asOf) {
        LocalDate claimable = item.lateFrom().plusDays(penalties.graceDays());
        return asOf.isBefore(claimable)
                || item.principal().stream()
                        .filter(step -> !step.from().isAfter(claimable))
                        .reduce((_, later) -> later)
                        .filter(step -> step.principal().isPositive())
                        .isEmpty();
    }

    private static Optional<Piece> interest(
            LateItem item, InterestRule.Rates rates, Penalties penalties, LocalDate asOf) {
        LocalDate from = item.interestThrough() == null
                ? item.lateFrom()
                : item.interestThrough().plusDays(1);
        Interest interest = Interest.of(item.principal(), rates, from, asOf);
        if (!interest.total().isPositive()) {
            return Optional.empty();
        }
        String why = "Simple interest, " + rates.dayCount().title() + ": "
                + rates.dayCount().meaning() + "; "
                + (penalties.isStatutory()
                        ? Statute.of(penalties.regime(), item.lateFrom())
                                .orElseThrow()
                                .source()
                        : item.terms().title());
        return Optional.of(new Piece(INTEREST, from, interest.through(), interest.total(), interest.lines(), why));
    }

    private static Optional<Piece> compensation(LateItem item, Penalties penalties) {
        if (penalties.regime() == Regime.NONE
                || item.party().isConsumer()
                || item.stages().contains(COMPENSATION)) {
            return Optional.empty();
        }
        return Statute.of(penalties.regime(), item.lateFrom())
                .flatMap(statute -> statute.compensation(item.bill().amount())
                        .map(sum ->
                                once(item, COMPENSATION, sum, "Fixed sum for recovery costs; " + statute.source())));
    }

    private static List<Piece> fees(LateItem item, Penalties penalties) {
        List<Piece> pieces = new ArrayList<>();
        for (LateFee fee : penalties.fees()) {
            String stage = "stage-" + fee.stage();
            Money amount = fee.on(item.bill().open());
            if (!item.stages().contains(stage) && amount.isPositive()) {
                pieces.add(once(
                        item,
                        stage,
                        amount,
                        "Fee of stage " + fee.stage() + "; " + item.terms().title()));
            }
        }
        return pieces;
    }

    private static Piece once(LateItem item, String stage, Money amount, String why) {
        return new Piece(stage, item.lateFrom(), item.lateFrom(), amount, List.of(), why);
    }
}
