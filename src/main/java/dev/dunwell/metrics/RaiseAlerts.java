package dev.dunwell.metrics;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks in the figures of a day for what asks for a person: DSO more than a tenth and three days higher than three
 * months before, a punctual customer who pays late, a customer who owes more than a fifth of all, silence for thirty
 * days. What is found is raised once; what is no longer so ends.
 */
@Component
public class RaiseAlerts {

    private static final String CONCENTRATION = Sql.named("metrics/alert-concentration");
    private static final String SILENCE = Sql.named("metrics/alert-silence");
    private static final String DRIFT = Sql.named("metrics/alert-drift");

    private final JdbcClient db;
    private final RisingDso dso;

    RaiseAlerts(JdbcClient db, RisingDso dso) {
        this.db = db;
        this.dso = dso;
    }

    private record Found(Alert.Kind kind, @Nullable Long customer, Money stake, String evidence, String proposal) {}

    /** The kept days are those of {@code today}. */
    @Transactional
    public void raise(Organisation organisation, LocalDate today) {
        Show show = new Show(organisation.locale(), organisation.zone(), today);
        List<Found> found = new ArrayList<>();
        found.addAll(rising(show, today));
        found.addAll(ask(DRIFT, today, row -> drift(row, show)));
        found.addAll(ask(CONCENTRATION, today, row -> concentration(row, show)));
        found.addAll(ask(SILENCE, today, row -> silence(row, show)));
        keep(found, today);
    }

    private List<Found> rising(Show show, LocalDate today) {
        return dso.rises(today).stream().map(rise -> rising(rise, show, today)).toList();
    }

    private Found rising(RisingDso.Rise rise, Show show, LocalDate today) {
        List<RisingDso.Grown> grown = dso.grown(rise.currency(), today);
        Money stake = grown.stream()
                .map(each -> each.now().minus(each.then()))
                .reduce(Money.zero(rise.currency()), Money::plus);
        String names = grown.stream()
                .map(each -> "%s (%s, was %s)".formatted(each.name(), show.text(each.now()), show.figure(each.then())))
                .collect(Collectors.joining(", "));
        return new Found(
                Alert.Kind.RISING_DSO,
                null,
                stake,
                "DSO in %s was %s days on average over the month up to %s, and %s three months before."
                        .formatted(rise.currency(), rise.now(), show.dayText(today), rise.then()),
                names.isEmpty()
                        ? "Review the terms of those who buy most."
                        : "Review terms and limits of those who owe more than three months ago: " + names + ".");
    }

    private static Found drift(ResultSet row, Show show) throws SQLException {
        return new Found(
                Alert.Kind.DRIFT,
                row.getLong("customer_id"),
                stake(row),
                "The last three invoices were paid %s after their due day on average; before, %d of %d were paid in time."
                        .formatted(
                                show.many(row.getLong("customers"), "day", "days"),
                                row.getLong("open"),
                                row.getLong("whole")),
                "Call and ask what has changed, before the next invoice goes out.");
    }

    private static Found concentration(ResultSet row, Show show) throws SQLException {
        BigDecimal percent = row.getBigDecimal("open")
                .multiply(BigDecimal.valueOf(100))
                .divide(row.getBigDecimal("whole"), 1, RoundingMode.HALF_UP);
        return new Found(
                Alert.Kind.CONCENTRATION,
                row.getLong("customer_id"),
                stake(row),
                "%s of all that is open in %s is owed by one customer: %s."
                        .formatted(show.percent(percent), row.getString("currency"), show.text(stake(row))),
                "Review the credit limit, and agree on fixed days of payment.");
    }

    private static Found silence(ResultSet row, Show show) throws SQLException {
        return new Found(
                Alert.Kind.SILENCE,
                row.getLong("customer_id"),
                stake(row),
                "%s overdue for more than 30 days; no money, no word and no letter since %s."
                        .formatted(show.text(stake(row)), show.dayText(row.getObject("since_on", LocalDate.class))),
                "Call today; if nobody answers, look for another contact.");
    }

    private static Money stake(ResultSet row) throws SQLException {
        return Money.ofMinor(row.getLong("stake"), row.getString("currency"));
    }

    private interface Read {
        Found of(ResultSet row) throws SQLException;
    }

    private List<Found> ask(String question, LocalDate today, Read read) {
        db.sql("set local enable_nestloop = on").update(); // few customers, each looked up by its index
        return db.sql(question)
                .param("today", today)
                .query((row, _) -> read.of(row))
                .list();
    }

    private void keep(List<Found> found, LocalDate today) {
        String[] kinds = found.stream().map(each -> Alerts.code(each.kind)).toArray(String[]::new);
        String[] currencies = found.stream()
                .map(each -> each.stake.currency().getCurrencyCode())
                .toArray(String[]::new);
        Long[] customers = found.stream().map(Found::customer).toArray(Long[]::new);
        db.sql("""
                update alert a
                set ended_on = :today
                where a.ended_on is null and not exists (
                  select from unnest(:kinds, :currencies, :customers) f (kind, currency, customer_id)
                  where f.kind = a.kind and f.currency = a.currency and f.customer_id is not distinct from a.customer_id)
                """)
                .param("today", today)
                .param("kinds", kinds)
                .param("currencies", currencies)
                .param("customers", customers)
                .update();
        db.sql("""
                insert into alert (kind, currency, customer_id, raised_on, evidence, proposal, stake)
                select f.kind, f.currency, f.customer_id, :today, f.evidence, f.proposal, f.stake
                from unnest(:kinds, :currencies, :customers, :evidence, :proposals, :stakes)
                  f (kind, currency, customer_id, evidence, proposal, stake)
                on conflict (org_id, kind, currency, coalesce(customer_id, 0)) where ended_on is null
                do update set evidence = excluded.evidence, proposal = excluded.proposal, stake = excluded.stake
                """)
                .param("today", today)
                .param("kinds", kinds)
                .param("currencies", currencies)
                .param("customers", customers)
                .param("evidence", found.stream().map(Found::evidence).toArray(String[]::new))
                .param("proposals", found.stream().map(Found::proposal).toArray(String[]::new))
                .param("stakes", found.stream().map(each -> each.stake.minor()).toArray(Long[]::new))
                .update();
    }
}
