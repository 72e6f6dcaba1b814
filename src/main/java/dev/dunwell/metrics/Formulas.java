package dev.dunwell.metrics;

import dev.dunwell.metrics.Value.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The formulas of the glossary, sections 2 and 3, over a period of the book; exact, rounded once. */
final class Formulas {

    private static final String NO_SALES = "nothing was billed in the period";
    private static final String NOTHING_PAID = "nothing was paid in the period";

    private Formulas() {}

    static Value receivables(Window window) {
        return Value.of(window.closing().of(Fact.OPEN));
    }

    static Value overdue(Window window) {
        return Value.of(window.closing().overdue());
    }

    static Value overdueShare(Window window) {
        return Value.ratio(
                Unit.PERCENT,
                "nothing is open",
                Term.money("Overdue", window.closing().overdue()),
                Term.money("Receivables", window.closing().of(Fact.OPEN)));
    }

    static Function<Window, Value> flow(Fact fact) {
        return window -> Value.of(window.flow(fact));
    }

    static Value dso(Window window) {
        return Value.perDay(
                NO_SALES,
                Term.money("Closing receivables", window.closing().of(Fact.OPEN)),
                sales(window),
                Term.days(window.days()));
    }

    static Value bestPossible(Window window) {
        return Value.perDay(
                NO_SALES,
                Term.money("Closing receivables not past due", window.closing().of(Fact.NOT_DUE)),
                sales(window),
                Term.days(window.days()));
    }

    static Value delinquent(Window window) {
        return Value.perDay(
                NO_SALES,
                Term.money("Closing receivables past due", window.closing().overdue()),
                sales(window),
                Term.days(window.days()));
    }

    static Value daysToPay(Window window) {
        return daysPaid(window, "Paid × days from issue", Fact.PAID_DAYS);
    }

    static Value daysLate(Window window) {
        return daysPaid(window, "Paid × days past due", Fact.LATE_DAYS);
    }

    private static Value daysPaid(Window window, String weighted, Fact fact) {
        return Value.ratio(
                Unit.DAYS,
                NOTHING_PAID,
                Term.money(weighted, window.flow(fact)),
                Term.money("Paid", window.flow(Fact.COLLECTED)));
    }

    static Value daysLateWithOpen(Window window) {
        BigDecimal weighted = window.flow(Fact.LATE_DAYS).add(window.closing().openLateDays());
        BigDecimal amount = window.flow(Fact.COLLECTED).add(window.closing().overdue());
        return Value.ratio(
                Unit.DAYS,
                "nothing was paid in the period and nothing is past due",
                Term.money("Paid × days past due + past due × days so far", weighted),
                Term.money("Paid + past due", amount));
    }

    static Value effectiveness(Window window) {
        BigDecimal collectable = window.opening().of(Fact.OPEN).add(window.flow(Fact.BILLED));
        return Value.ratio(
                Unit.PERCENT,
                "nothing could be collected",
                Term.money(
                        "Opening + sales − closing",
                        collectable.subtract(window.closing().of(Fact.OPEN))),
                Term.money(
                        "Opening + sales − closing not past due",
                        collectable.subtract(window.closing().of(Fact.NOT_DUE))));
    }

    static Value turnover(Window window) {
        BigDecimal twice = window.opening().of(Fact.OPEN).add(window.closing().of(Fact.OPEN));
        return Value.quotient(
                Unit.TIMES,
                "nothing was open at the beginning or the end",
                window.flow(Fact.BILLED).multiply(BigDecimal.TWO),
                twice,
                sales(window),
                Term.money("Opening + closing receivables", twice));
    }

    static Value writeOffRate(Window window) {
        return Value.ratio(
                Unit.PERCENT, NO_SALES, Term.money("Written off", window.flow(Fact.WRITTEN_OFF)), sales(window));
    }

    static Value onTimeAmount(Window window) {
        return Value.ratio(
                Unit.PERCENT,
                "nothing fell due in the period",
                Term.money("Paid by the due day", window.flow(Fact.PAID_BY_DUE)),
                Term.money("Fell due", window.flow(Fact.FELL_DUE)));
    }

    static Value onTimeCount(Window window) {
        return Value.ratio(
                Unit.PERCENT,
                "nothing fell due in the period",
                new Term("Invoices paid by the due day", window.flow(Fact.PAID_BY_DUE_ITEMS), Unit.COUNT),
                new Term("Invoices fell due", window.flow(Fact.FELL_DUE_ITEMS), Unit.COUNT));
    }

    static Function<Window, Value> roll(Fact from, Fact to) {
        return window -> Value.ratio(
                Unit.PERCENT,
                "nothing was in the younger bucket",
                Term.money("In the older bucket now", window.closing().of(to)),
                Term.money(
                        "In the younger bucket a month before", window.opening().of(from)));
    }

    static Value cashPerDay(Window window) {
        return Value.of(
                window.flow(Fact.BILLED).divide(BigDecimal.valueOf(window.days()), 0, RoundingMode.HALF_UP),
                sales(window),
                Term.days(window.days()));
    }

    /** Of the last month's billing that two more whole months have passed since. */
    static Value collectionRate(Window window) {
        boolean isWhole = window.to().equals(YearMonth.from(window.to()).atEndOfMonth());
        YearMonth cohort = YearMonth.from(window.to()).minusMonths(isWhole ? 2 : 3);
        LocalDate by = cohort.plusMonths(2).atEndOfMonth();
        Optional<MonthStanding> month = window.book().monthsAt(by).stream()
                .filter(each -> each.month().equals(cohort))
                .findFirst();
        return Value.ratio(
                Unit.PERCENT,
                "nothing was billed in " + cohort,
                Term.money("Paid by " + by, month.map(MonthStanding::collected).orElse(BigDecimal.ZERO)),
                Term.money(
                        "Billed in " + cohort, month.map(MonthStanding::billed).orElse(BigDecimal.ZERO)));
    }

    /** Of the last month whose billing is ninety days past due as a whole. */
    static Value atRisk(Window window) {
        return window.book().monthsAt(window.to()).stream()
                .filter(each -> each.billed().signum() > 0 && each.billed().compareTo(each.matured()) == 0)
                .max(Comparator.comparing(MonthStanding::month))
                .map(each -> Value.ratio(
                        Unit.PERCENT,
                        NO_SALES,
                        Term.money("Unpaid ninety days past due", each.atRisk()),
                        Term.money("Billed in " + each.month(), each.billed())))
                .orElse(Value.undefined("no month's billing is ninety days past due as a whole"));
    }

    private static Term sales(Window window) {
        return Term.money("Credit sales", window.flow(Fact.BILLED));
    }
}
