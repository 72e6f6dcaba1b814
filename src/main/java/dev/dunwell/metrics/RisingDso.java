package dev.dunwell.metrics;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.metrics.Metric.FromBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether receivables take longer to become money than they did: the mean of the DSO of a month's days beside the mean
 * of the same days three months before. A mean, because on a single day DSO says as much about the day of the month on
 * which a house bills as about its customers.
 */
@Component
class RisingDso {

    private static final BigDecimal A_TENTH_MORE = new BigDecimal("1.1");
    private static final BigDecimal LEAST_DAYS = BigDecimal.valueOf(3);
    private static final int QUARTER = 3;
    private static final int NAMED = 3;
    private static final String GROWN = Sql.named("metrics/alert-grown");
    private static final Metric DSO = Catalogue.of("dso");

    private final JdbcClient db;
    private final Books books;

    RisingDso(JdbcClient db, Books books) {
        this.db = db;
        this.books = books;
    }

    /**
     * A rise.
     *
     * @param then mean days, like {@code now}
     */
    record Rise(Currency currency, BigDecimal then, BigDecimal now) {}

    /** A customer who owes more than three months before. */
    record Grown(String name, Money then, Money now) {}

    /** In which currencies; the kept days reach {@code today}. */
    @Transactional(readOnly = true)
    List<Rise> rises(LocalDate today) {
        Set<LocalDate> asked = Stream.concat(month(today), month(today).map(RisingDso::before))
                .flatMap(day -> Stream.of(day, opening(day)))
                .collect(Collectors.toCollection(TreeSet::new));
        return books.kept(asked).values().stream()
                .flatMap(book -> rise(book, today).stream())
                .toList();
    }

    private static Optional<Rise> rise(BookOfCurrency book, LocalDate today) {
        Optional<BigDecimal> now = mean(book, month(today).toList());
        Optional<BigDecimal> then =
                mean(book, month(today).map(RisingDso::before).toList());
        return now.isPresent() && then.isPresent() && isRise(then.get(), now.get())
                ? Optional.of(new Rise(book.currency(), then.get(), now.get()))
                : Optional.empty();
    }

    /** More than a tenth, and three days or more; days. */
    static boolean isRise(BigDecimal then, BigDecimal now) {
        return now.compareTo(then.multiply(A_TENTH_MORE)) > 0
                && now.subtract(then).compareTo(LEAST_DAYS) >= 0;
    }

    /** Empty where on one of the days nothing had been sold for a quarter of a year. */
    private static Optional<BigDecimal> mean(BookOfCurrency book, List<LocalDate> days) {
        FromBook source = (FromBook) DSO.source();
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day : days) {
            BigDecimal dso =
                    source.formula().apply(Window.upTo(book, day, DSO.months())).number();
            if (dso == null) {
                return Optional.empty();
            }
            sum = sum.add(dso);
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP));
    }

    /** The days of a month up to today. */
    private static Stream<LocalDate> month(LocalDate today) {
        return today.minusMonths(1).plusDays(1).datesUntil(today.plusDays(1));
    }

    static LocalDate before(LocalDate day) {
        return day.minusMonths(QUARTER);
    }

    private static LocalDate opening(LocalDate day) {
        return Window.upTo(BookOfCurrency.nothing(Currency.getInstance("EUR")), day, DSO.months())
                .from()
                .minusDays(1);
    }

    /** With whom what is open grew most since three months before, the largest first. */
    @Transactional(readOnly = true)
    List<Grown> grown(Currency currency, LocalDate today) {
        return db.sql(GROWN)
                .param("today", today)
                .param("then", before(today))
                .param("currency", currency.getCurrencyCode())
                .param("most", NAMED)
                .query((row, _) -> new Grown(
                        row.getString("name"),
                        new Money(row.getLong("then_open"), currency),
                        new Money(row.getLong("now_open"), currency)))
                .list();
    }
}
