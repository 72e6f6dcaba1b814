package dev.dunwell.foresight;

import dev.dunwell.access.Tenant;
import dev.dunwell.foresight.learning.Agreed;
import dev.dunwell.foresight.learning.Backtest;
import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Histories;
import dev.dunwell.foresight.learning.Outlook;
import dev.dunwell.foresight.learning.PayModel;
import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Sql;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns from the book as it stood when a day ended, and keeps when each open invoice is expected and what comes in
 * over thirteen weeks. Nothing dated after the day is looked at, so the same day always gives the same. Today's
 * outlooks take the place of the last ones; of the forecasts the first of each week stays, to be compared with what
 * came.
 */
@Component
public class Foresee {

    /** Weeks foretold, the one of the next day being the first. */
    public static final int WEEKS = 13;

    private static final String KEEP_OUTLOOKS = Sql.named("foresight/keep-outlooks");
    private static final String FORGET = """
            delete from foreseen f
            where f.made_on = :madeOn
               or exists (
                 select from foreseen g
                 where g.made_on < f.made_on and date_trunc('week', g.made_on) = date_trunc('week', f.made_on))
            """;
    private static final String KEEP_FORECAST = Sql.named("foresight/keep-forecast");

    private final PaidBills bills;
    private final Agreements agreements;
    private final JdbcClient db;
    private final DataSource database;

    Foresee(PaidBills bills, Agreements agreements, JdbcClient db, DataSource database) {
        this.bills = bills;
        this.agreements = agreements;
        this.db = db;
        this.database = database;
    }

    /**
     * Foresees.
     *
     * @param asOf the organisation's day, with all its facts
     * @return how many open invoices were foretold; 0 too where fewer than {@link PayModel#LEAST} are settled
     */
    @Transactional
    public int foresee(LocalDate asOf) {
        List<KnownBill> known = bills.all(asOf);
        Map<Long, Agreed> agreed = agreements.on(asOf);
        List<Bill> plain = known.stream().map(KnownBill::bill).toList();
        Histories histories = Histories.of(plain);
        LocalDate next = asOf.plusDays(1);
        CopyRows rows = new CopyRows();
        PayModel.learn(plain, histories, next)
                .ifPresent(model -> known.stream()
                        .filter(it -> it.open().isPositive())
                        .forEach(it -> {
                            var experience = histories.before(it.bill().customer(), next);
                            Outlook outlook = model.seenFrom(next, it.bill(), experience);
                            Agreed about = agreed.get(it.invoiceId());
                            add(rows, it, asOf, about == null ? outlook : outlook.with(about, next));
                        }));
        int foretold = rows.size();
        int shared = foretold == 0 ? 0 : Backtest.sharedErrorPercent(plain, histories, next);
        keepOutlooks(rows);
        keepForecast(asOf, foretold, shared);
        return foretold;
    }

    /** Whether that day, or a later one, was foreseen from. */
    @Transactional(readOnly = true)
    public boolean isForeseen(LocalDate asOf) {
        return db.sql("select exists (select from foreseen where made_on >= :asOf)")
                .param("asOf", asOf)
                .query(Boolean.class)
                .single();
    }

    /** The next day and the Mondays after it: each span is a week, the first what is left of one. */
    private static List<LocalDate> spans(LocalDate next) {
        LocalDate monday = next.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return Stream.concat(
                        Stream.of(next),
                        Stream.iterate(monday, day -> day.plusWeeks(1)).limit(WEEKS))
                .toList();
    }

    private static void add(CopyRows rows, KnownBill known, LocalDate asOf, Outlook outlook) {
        rows.add(
                Tenant.current(),
                known.invoiceId(),
                asOf,
                known.open().currency(),
                known.open().minor(),
                outlook.expectedOn().orElse(null),
                outlook.earliestOn().orElse(null),
                outlook.latestOn().orElse(null),
                outlook.latePercent(),
                outlook.experience().count(),
                outlook.experience().late(),
                outlook.because(),
                Arrays.toString(outlook.tenThousandths(spans(asOf.plusDays(1))))
                        .replace('[', '{')
                        .replace(']', '}')
                        .replace(" ", ""));
    }

    private void keepOutlooks(CopyRows rows) {
        db.sql("create temp table if not exists staged_outlook (like pay_outlook) on commit drop")
                .update();
        db.sql("truncate staged_outlook").update();
        if (!rows.isEmpty()) {
            rows.into(
                    database,
                    "staged_outlook (org_id, invoice_id, made_on, currency, open_amount, expected_on, earliest_on,"
                            + " latest_on, late_percent, known, known_late, because, chances)");
        }
        db.sql("delete from pay_outlook").update();
        db.sql(KEEP_OUTLOOKS).update();
    }

    private void keepForecast(LocalDate asOf, int invoices, int sharedPercent) {
        db.sql(FORGET).param("madeOn", asOf).update();
        db.sql("insert into foreseen (made_on, invoices, shared_error) values (:madeOn, :invoices, :shared)")
                .param("madeOn", asOf)
                .param("invoices", invoices)
                .param("shared", sharedPercent)
                .update();
        db.sql(KEEP_FORECAST)
                .param("madeOn", asOf)
                .param("weekOn", weekOf(asOf.plusDays(1)))
                .param("shared", sharedPercent)
                .update();
    }

    /** The Monday of a day's week. */
    private static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
