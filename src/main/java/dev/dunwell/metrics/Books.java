package dev.dunwell.metrics;

import dev.dunwell.kernel.Sql;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the book stood on any day: of all customers from the kept days, at once; of some, or as known at a moment, added
 * up from the facts by the same question that the kept days were made with.
 */
@Repository
@Transactional(readOnly = true)
public class Books {

    static final String DAYS = Sql.named("metrics/days");
    static final String MONTHS = Sql.named("metrics/months");
    private static final String STANDINGS = Sql.named("metrics/standings");
    private static final String COHORTS = Sql.named("metrics/cohorts");

    /** As far back as the question about months goes: what is older is paid or written off. */
    private static final int YEARS = 5;

    private final JdbcClient db;
    private final Scopes scopes;

    Books(JdbcClient db, Scopes scopes) {
        this.db = db;
        this.scopes = scopes;
    }

    /**
     * From what the kept days were made.
     *
     * @param knownAt facts recorded later are not in it
     * @param lastOn the last day they are about
     */
    public record Kept(Instant knownAt, LocalDate lastOn, long auditSeq, long tookMillis) {}

    /** Empty before they were made for the first time. */
    public Optional<Kept> kept() {
        return db.sql("select known_at, last_on, audit_seq, took_ms from book_kept")
                .query((row, _) -> new Kept(
                        row.getObject("known_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_on", LocalDate.class),
                        row.getLong("audit_seq"),
                        row.getLong("took_ms")))
                .optional();
    }

    /** Of all customers, from the kept days. */
    public Map<Currency, BookOfCurrency> kept(Collection<LocalDate> days) {
        Map<Currency, BookOfCurrency> books = new TreeMap<>(Books::byCode);
        at(db.sql(STANDINGS), days).query(row -> {
            LocalDate point = row.getObject("point", LocalDate.class);
            book(books, row.getString("currency")).standings().put(point, Standing.of(point, row));
        });
        return books;
    }

    /** The same with what had become of each month's billing, which takes a little longer. */
    public Map<Currency, BookOfCurrency> keptWithMonths(Collection<LocalDate> days) {
        Map<Currency, BookOfCurrency> books = kept(days);
        LocalDate earliest = days.stream().min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        at(db.sql(COHORTS), days).param("earliest", earliest.minusYears(YEARS)).query(row -> {
            book(books, row.getString("currency"))
                    .months()
                    .computeIfAbsent(row.getObject("point", LocalDate.class), _ -> new ArrayList<>())
                    .add(MonthStanding.of(row));
        });
        books.values().forEach(Books::inOrder);
        return books;
    }

    /** Of some customers, or as known at a moment: added up from the facts. */
    public Map<Currency, BookOfCurrency> ofFacts(Scope scope, Instant knownAt, Collection<LocalDate> days) {
        LocalDate last = days.stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        Long[] among = scopes.ids(scope);
        Map<Currency, NavigableMap<LocalDate, Standing>> all = new TreeMap<>(Books::byCode);
        facts(db, DAYS, knownAt, last).param("customers", among).query(row -> {
            LocalDate on = row.getObject("on_day", LocalDate.class);
            all.computeIfAbsent(Currency.getInstance(row.getString("currency")), _ -> new TreeMap<>())
                    .put(on, Standing.of(on, row));
        });
        Map<Currency, NavigableMap<LocalDate, MonthStandings>> months = new TreeMap<>(Books::byCode);
        facts(db, MONTHS, knownAt, last).param("customers", among).query(row -> {
            months.computeIfAbsent(Currency.getInstance(row.getString("currency")), _ -> new TreeMap<>())
                    .computeIfAbsent(row.getObject("on_day", LocalDate.class), _ -> new MonthStandings())
                    .add(MonthStanding.of(row));
        });
        Map<Currency, BookOfCurrency> books = new TreeMap<>(Books::byCode);
        all.forEach((currency, standings) -> books.put(currency, pick(currency, standings, months, days)));
        return books;
    }

    private static BookOfCurrency pick(
            Currency currency,
            NavigableMap<LocalDate, Standing> standings,
            Map<Currency, NavigableMap<LocalDate, MonthStandings>> months,
            Collection<LocalDate> days) {
        BookOfCurrency book = BookOfCurrency.of(currency);
        for (LocalDate day : days) {
            var last = standings.floorEntry(day);
            if (last != null) {
                book.standings().put(day, new Standing(day, last.getValue().facts()));
            }
            book.months().put(day, MonthStandings.upTo(months.getOrDefault(currency, new TreeMap<>()), day));
        }
        return book;
    }

    /** A question to the facts as known at a moment, about days up to the last. */
    static StatementSpec facts(JdbcClient db, String sql, Instant knownAt, LocalDate lastOn) {
        return db.sql(sql)
                .param("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .param("lastOn", lastOn);
    }

    private static StatementSpec at(StatementSpec question, Collection<LocalDate> days) {
        return question.param(
                "points", days.stream().distinct().map(Date::valueOf).toArray(Date[]::new));
    }

    private static BookOfCurrency book(Map<Currency, BookOfCurrency> books, String code) {
        return books.computeIfAbsent(Currency.getInstance(code), BookOfCurrency::of);
    }

    private static void inOrder(BookOfCurrency book) {
        book.months().values().forEach(months -> months.sort(Comparator.comparing(MonthStanding::month)));
    }

    private static int byCode(Currency one, Currency other) {
        return one.getCurrencyCode().compareTo(other.getCurrencyCode());
    }
}
