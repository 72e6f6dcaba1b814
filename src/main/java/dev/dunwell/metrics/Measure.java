package dev.dunwell.metrics;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.metrics.CaseRows.Cut;
import dev.dunwell.metrics.CaseRows.Sum;
import dev.dunwell.metrics.Metric.Elsewhere;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.Metric.FromRows;
import dev.dunwell.metrics.Value.Term;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes a metric as of a day and as of the month ends before it, in each currency for itself. */
@Component
public class Measure {

    private final Books books;
    private final CaseRows caseRows;
    private final KeptCases keptCases;
    private final Knowledge knowledge;

    Measure(Books books, CaseRows caseRows, KeptCases keptCases, Knowledge knowledge) {
        this.books = books;
        this.caseRows = caseRows;
        this.keptCases = keptCases;
        this.knowledge = knowledge;
    }

    /**
     * For what, and when.
     *
     * @param months how many month ends before the day
     * @param stage 1 to 6, null for all; only cases with a stage have one
     */
    public record Asked(
            Scope scope, AsOf asOf, int months, @Nullable Integer stage) {}

    /** The value over a period. */
    public record Point(LocalDate from, LocalDate to, Value value) {}

    /**
     * A metric in one currency, the latest point last.
     *
     * @param currency null where it is no matter of currencies
     */
    public record Line(@Nullable Currency currency, List<Point> points) {

        public Point latest() {
            return points.getLast();
        }
    }

    /**
     * Empty for what has a page of its own, and in a currency in which nothing ever was. Refuses to tell as known at a
     * moment what does not say when it was recorded: who may work here, who was billed again, which contacts are good.
     */
    @Transactional
    public List<Line> of(Metric metric, Asked asked) {
        if (metric.source() instanceof FromRows rows
                && asked.asOf().knownAt() != null
                && !caseRows.keepsMoments(rows.question())) {
            throw BadInput.in("knownAt", "This figure is told as it is known now. Leave the moment empty.");
        }
        return switch (metric.source()) {
            case FromBook book ->
                books(book.byMonth(), asked).values().stream()
                        .map(each -> line(each, metric, book, asked))
                        .toList();
            case FromRows rows -> rows.isFlow() ? byMonth(metric, rows, asked) : now(metric, rows, asked);
            case Elsewhere _ -> List.of();
        };
    }

    /** The book with every day that is asked about: from the kept days where they have it, else from the facts. */
    @Transactional
    public Map<Currency, BookOfCurrency> books(boolean byMonth, Asked asked) {
        LocalDate day = asked.asOf().day();
        Set<LocalDate> days = byMonth ? Window.askedByMonth(day, asked.months()) : Window.asked(day, asked.months());
        Instant knownAt = asked.asOf().knownAt();
        Optional<Books.Kept> kept = books.kept();
        boolean isKept = knownAt == null
                && asked.scope().isAll()
                && kept.map(it -> !it.lastOn().isBefore(day)).orElse(false);
        if (isKept) {
            return byMonth ? books.keptWithMonths(days) : books.kept(days);
        }
        return books.ofFacts(asked.scope(), knownAt == null ? knowledge.upToNow() : knownAt, days);
    }

    private static Line line(BookOfCurrency book, Metric metric, FromBook source, Asked asked) {
        return new Line(
                book.currency(),
                days(asked)
                        .map(day -> Window.upTo(book, day, metric.months()))
                        .map(window -> new Point(
                                window.from(), window.to(), source.formula().apply(window)))
                        .toList());
    }

    /** The month ends before the day, and the day. */
    private static Stream<LocalDate> days(Asked asked) {
        YearMonth month = YearMonth.from(asked.asOf().day());
        return Stream.concat(
                IntStream.range(0, asked.months())
                        .mapToObj(i ->
                                month.minusMonths(asked.months() - (long) i).atEndOfMonth()),
                Stream.of(asked.asOf().day()));
    }

    private List<Line> byMonth(Metric metric, FromRows source, Asked asked) {
        LocalDate to = asked.asOf().day();
        YearMonth first = YearMonth.from(to).minusMonths(asked.months());
        var question = cases(source, asked, first.atDay(1));
        Map<String, Map<String, Sum>> byCurrency = new TreeMap<>();
        List<Sum> all = areKept(asked) ? keptCases.sums(metric, asked) : caseRows.sums(question, Cut.MONTH);
        all.forEach(sum -> byCurrency
                .computeIfAbsent(code(sum.currency()), _ -> new TreeMap<>())
                .put(sum.key(), sum));
        return byCurrency.values().stream()
                .map(sums -> new Line(
                        sums.values().iterator().next().currency(),
                        IntStream.rangeClosed(0, asked.months())
                                .mapToObj(first::plusMonths)
                                .map(month -> new Point(
                                        month.atDay(1),
                                        month.equals(YearMonth.from(to)) ? to : month.atEndOfMonth(),
                                        value(metric, source, sums.get(month.toString()))))
                                .toList()))
                .toList();
    }

    private List<Line> now(Metric metric, FromRows source, Asked asked) {
        LocalDate to = asked.asOf().day();
        LocalDate from = to.minusMonths(metric.months()).plusDays(1);
        List<Sum> all = areKept(asked)
                ? keptCases.sums(metric, asked)
                : caseRows.sums(cases(source, asked, from), Cut.CURRENCY);
        return all.stream()
                .map(sum -> new Line(sum.currency(), List.of(new Point(from, to, value(metric, source, sum)))))
                .toList();
    }

    private boolean areKept(Asked asked) {
        return asked.scope().isAll()
                && asked.asOf().knownAt() == null
                && asked.months() <= KeptCases.MONTHS
                && books.kept()
                        .filter(kept -> kept.lastOn().equals(asked.asOf().day()))
                        .isPresent();
    }

    private static CaseRows.Asked cases(FromRows source, Asked asked, LocalDate from) {
        AsOf asOf = asked.asOf();
        return new CaseRows.Asked(
                source.question(), asked.scope(), from, asOf.day(), null, asked.stage(), asOf.knownAt());
    }

    /** What cases come to; as a number of them, or part ÷ whole. */
    public static Value value(Metric metric, FromRows source, @Nullable Sum sum) {
        if (metric.unit() == Unit.COUNT) {
            return Value.of(sum == null ? BigDecimal.ZERO : BigDecimal.valueOf(sum.count()));
        }
        String[] names = metric.formula().split(" ÷ ");
        return Value.ratio(
                metric.unit(),
                "there was no case in the period",
                new Term(names[0], sum == null ? BigDecimal.ZERO : sum.part(), source.of()),
                new Term(names[1].replace(" × 100", ""), sum == null ? BigDecimal.ZERO : sum.whole(), source.of()));
    }

    private static String code(@Nullable Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode();
    }
}
