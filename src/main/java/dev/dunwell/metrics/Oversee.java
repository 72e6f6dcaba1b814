package dev.dunwell.metrics;

import dev.dunwell.foresight.Forecasts;
import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.Metric.FromBook;
import dev.dunwell.metrics.Overview.Figure;
import dev.dunwell.metrics.Overview.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the overview together: a handful of questions to kept rows, however large the book. */
@Component
public class Oversee {

    private static final int YEAR = 12;
    private static final int WEEK = 7;
    private static final int MOST = 7;
    private static final List<String> SHOWN = List.of(
            "receivables",
            "overdue",
            "overdue-share",
            "dso",
            "dso-best",
            "add",
            "cei",
            "write-off-rate",
            "written-off",
            "collected",
            "days-late-open",
            "on-time-amount",
            "cash-per-day");

    private final Measure measure;
    private final Books books;
    private final Movers movers;
    private final Forecasts forecasts;

    Oversee(Measure measure, Books books, Movers movers, Forecasts forecasts) {
        this.measure = measure;
        this.books = books;
        this.movers = movers;
        this.forecasts = forecasts;
    }

    /**
     * @param asked the currency; where nothing ever was in it, or null, {@code own}, else the first there is
     * @param own the organisation's
     */
    @Transactional
    public Overview of(AsOf asOf, @Nullable String asked, Currency own) {
        Map<Currency, BookOfCurrency> all = measure.books(false, new Measure.Asked(Scope.ALL, asOf, YEAR, null));
        List<Currency> currencies = List.copyOf(all.keySet());
        Currency currency = chosen(currencies, asked, own);
        BookOfCurrency book = all.getOrDefault(currency, BookOfCurrency.of(currency));
        Optional<Books.Kept> kept = books.kept();
        boolean isLatest = asOf.knownAt() == null
                && kept.map(it -> it.lastOn().equals(asOf.day())).orElse(false);
        return new Overview(
                asOf.day(),
                asOf.knownAt() == null
                        ? kept.filter(it -> !it.lastOn().isBefore(asOf.day()))
                                .map(Books.Kept::knownAt)
                                .orElse(null)
                        : asOf.knownAt(),
                currency,
                currencies,
                figures(book, asOf.day()),
                days(asOf.day()).map(book::at).toList(),
                bridge(book, asOf.day()),
                isLatest ? movers.movers(currency, MOST) : List.of(),
                isLatest ? movers.risks(currency, MOST) : List.of(),
                weeks(currency, asOf.day()));
    }

    private static Currency chosen(List<Currency> currencies, @Nullable String asked, Currency own) {
        return currencies.stream()
                .filter(each -> each.getCurrencyCode().equals(asked))
                .findFirst()
                .orElse(currencies.contains(own) || currencies.isEmpty() ? own : currencies.getFirst());
    }

    /** The month ends of a year, and the day. */
    static Stream<LocalDate> days(LocalDate day) {
        return Stream.concat(
                IntStream.range(0, YEAR - 1)
                        .mapToObj(i ->
                                YearMonth.from(day).minusMonths(YEAR - 1L - i).atEndOfMonth()),
                Stream.of(day));
    }

    private static Map<String, Figure> figures(BookOfCurrency book, LocalDate day) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String code : SHOWN) {
            Metric metric = Catalogue.of(code);
            if (metric.source() instanceof FromBook source) {
                Window window = Window.upTo(book, day, metric.months());
                Window before = Window.upTo(book, day.minusDays(WEEK), metric.months());
                figures.put(
                        code,
                        new Figure(
                                metric,
                                source.formula().apply(window),
                                source.formula().apply(before),
                                days(day)
                                        .map(each -> source.formula().apply(Window.upTo(book, each, metric.months())))
                                        .toList()));
            }
        }
        return figures;
    }

    private static List<Step> bridge(BookOfCurrency book, LocalDate day) {
        var week = new Window(book, day.minusDays(WEEK - 1L), day);
        String days = "from=" + week.from() + "&to=" + day + "&currency="
                + book.currency().getCurrencyCode();
        String journal = "/receivables?from=" + week.from() + "&asOf=" + day;
        return List.of(
                total(book, "Receivables a week before", day.minusDays(WEEK)),
                step(book, "Invoiced", week.flow(Fact.BILLED), "/figures/metrics/billed/rows?" + days),
                step(book, "Opening balances and charges", week.flow(Fact.CHARGED), journal),
                step(book, "Paid", week.flow(Fact.COLLECTED).negate(), "/figures/metrics/collected/rows?" + days),
                step(book, "Credit notes", week.flow(Fact.CREDITED).negate(), journal),
                step(book, "Discounts taken", week.flow(Fact.DISCOUNTED).negate(), journal),
                step(book, "Deductions", week.flow(Fact.DEDUCTED).negate(), journal),
                step(
                        book,
                        "Written off",
                        week.flow(Fact.WRITTEN_OFF).negate(),
                        "/figures/metrics/written-off/rows?" + days),
                total(book, "Receivables", day));
    }

    private static Step total(BookOfCurrency book, String name, LocalDate day) {
        String rows = "/invoices?asOf=" + day + "&currency=" + book.currency().getCurrencyCode();
        return new Step(name, money(book, book.at(day).of(Fact.OPEN)), true, rows);
    }

    private static Step step(BookOfCurrency book, String name, BigDecimal minor, String rows) {
        return new Step(name, money(book, minor), false, rows);
    }

    private static Money money(BookOfCurrency book, BigDecimal minor) {
        return new Money(minor.longValueExact(), book.currency());
    }

    private List<Week> weeks(Currency currency, LocalDate day) {
        return forecasts.last(day).map(made -> forecasts.weeks(made.on())).orElse(List.of()).stream()
                .filter(week -> week.currency().equals(currency))
                .toList();
    }
}
