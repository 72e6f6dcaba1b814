package dev.dunwell.ledger;

import dev.dunwell.access.Organisations;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when the book is closed. Every act that writes a fact asks here, in its transaction, before it writes: those
 * who ask wait for a closing under way, and a closing waits for them, so that nothing slips in beside it.
 */
@Repository
public class Periods {

    private static final String MONTHS = Sql.named("ledger/months");
    private static final int SHOWN = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final JdbcClient db;
    private final Organisations organisations;

    Periods(JdbcClient db, Organisations organisations) {
        this.db = db;
        this.organisations = organisations;
    }

    /** Refuses a fact that takes effect on a day that is closed, with who closed it and what to do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireOpen(LocalDate effectiveOn) {
        Optional<Closing> closed = closed();
        if (closed.isPresent() && !effectiveOn.isAfter(closed.get().until())) {
            throw Refusal.conflict("period-closed", sentence(effectiveOn, closed.get()));
        }
    }

    /** The first day on which a fact may take effect; the beginning of time while nothing is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate firstOpen() {
        return closed().map(closing -> closing.until().plusDays(1)).orElse(LocalDate.MIN);
    }

    /** A day, or the first one after it that is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate open(LocalDate day) {
        LocalDate first = firstOpen();
        return first.isAfter(day) ? first : day;
    }

    /** All closings, the latest first. */
    @Transactional(readOnly = true)
    public List<Closing> all() {
        return db.sql("select * from period_close order by id desc")
                .query(Periods::closing)
                .list();
    }

    /** The closing that holds now. */
    @Transactional(readOnly = true)
    public Optional<Closing> current() {
        return holding();
    }

    /**
     * What is in a month, in one currency.
     *
     * @param facts how many
     * @param billed what became receivable
     * @param received the money that came in
     * @param change by how much the receivables grew
     */
    public record Month(YearMonth month, long facts, Money billed, Money received, Money change) {}

    /** The last months with something in them, the latest first. */
    @Transactional(readOnly = true)
    public List<Month> months(LocalDate today) {
        return db.sql(MONTHS)
                .param("fromOn", today.withDayOfMonth(1).minusMonths(SHOWN))
                .param("today", today)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new Month(
                            YearMonth.from(row.getObject("first_day", LocalDate.class)),
                            row.getLong("facts"),
                            Money.ofMinor(row.getLong("billed"), currency),
                            Money.ofMinor(row.getLong("received"), currency),
                            Money.ofMinor(row.getLong("change"), currency));
                })
                .list();
    }

    /** Waits until no act is writing, and keeps all of them waiting until the transaction ends. */
    void lock() {
        boolean isOurs = db.sql("select take_book()").query(Boolean.class).single();
        if (!isOurs) {
            throw Refusal.conflict("still-writing", "Something is being written just now. Try again in a minute.");
        }
    }

    void insert(LocalDate until, String by) {
        db.sql("insert into period_close (closed_until, closed_by) values (?, ?)")
                .params(until, by)
                .update();
    }

    void reopen(long id, String by, String reason) {
        db.sql("update period_close set reopened_at = now(), reopened_by = ?, reopen_reason = ? where id = ?")
                .params(by, reason, id)
                .update();
    }

    Optional<Closing> holding() {
        return db.sql("select * from period_close where reopened_at is null order by closed_until desc limit 1")
                .query(Periods::closing)
                .optional();
    }

    private Optional<Closing> closed() {
        db.sql("select pg_advisory_xact_lock_shared(hashtext('period'), current_org())")
                .query()
                .singleRow();
        return holding();
    }

    private String sentence(LocalDate day, Closing closing) {
        boolean isWholeMonth = closing.until().equals(day.with(TemporalAdjusters.lastDayOfMonth()))
                || day.with(TemporalAdjusters.lastDayOfMonth()).isBefore(closing.until());
        String since = DAY.format(
                closing.closedAt().atZone(organisations.current().zone()).toLocalDate());
        return "%s is closed since %s by %s; date it %s or later, or reopen."
                .formatted(
                        isWholeMonth ? MONTH.format(day) : "The time up to " + DAY.format(closing.until()),
                        since,
                        closing.closedBy(),
                        DAY.format(closing.until().plusDays(1)));
    }

    private static Closing closing(ResultSet row, int n) throws SQLException {
        return new Closing(
                row.getLong("id"),
                row.getObject("closed_until", LocalDate.class),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("closed_by"),
                reopening(row));
    }

    private static Closing.@Nullable Reopening reopening(ResultSet row) throws SQLException {
        return row.getTimestamp("reopened_at") == null
                ? null
                : new Closing.Reopening(
                        row.getTimestamp("reopened_at").toInstant(),
                        row.getString("reopened_by"),
                        row.getString("reopen_reason"));
    }
}
