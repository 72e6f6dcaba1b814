package dev.dunwell.metrics;

import dev.dunwell.kernel.Sql;
import dev.dunwell.metrics.CaseRows.Sum;
import dev.dunwell.metrics.Metric.FromRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What single cases of all customers add up to, month by month over two years, and what came in on each day; made anew
 * with the kept days, by the same questions that the rows come from.
 */
@Repository
@Transactional(readOnly = true)
class KeptCases {

    /** How many whole months before the one of the last day. */
    static final int MONTHS = 23;

    private final JdbcClient db;

    KeptCases(JdbcClient db) {
        this.db = db;
    }

    /** Makes all of them anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(LocalDate today) {
        db.sql("delete from book_case").update();
        for (Metric metric : Catalogue.all()) {
            if (metric.source() instanceof FromRows rows) {
                keep(metric, rows, today);
            }
        }
        db.sql("delete from book_receipt").update();
        db.sql("""
                insert into book_receipt (currency, received_on, payments, amount)
                select p.currency, p.received_on, count(*), sum(p.amount)
                from payment p
                where p.voided_at is null and p.transfer_id is null
                group by p.currency, p.received_on
                """).update();
    }

    private void keep(Metric metric, FromRows rows, LocalDate today) {
        LocalDate from = rows.isFlow()
                ? YearMonth.from(today).minusMonths(MONTHS).atDay(1)
                : today.minusMonths(metric.months()).plusDays(1);
        db.sql("""
                insert into book_case (metric, month, currency, stage, part, whole, items)
                select :metric, date_trunc('month', case when :isFlow then r.on_day else cast(:toOn as date) end)::date as month,
                       coalesce(r.currency, '') as currency, coalesce(r.stage, 0) as stage, sum(r.part), sum(r.whole), count(*)
                from (
                """ + Sql.named("metrics/" + rows.question()) + ") r group by 2, 3, 4")
                .param("metric", metric.code())
                .param("isFlow", rows.isFlow())
                .param("fromOn", from)
                .param("toOn", today)
                .param("knownAt", null)
                .update();
    }

    /** Of each month and currency, the key being the month; as of the last kept day. */
    public List<Sum> sums(Metric metric, Measure.Asked asked) {
        return db.sql("""
                select to_char(k.month, 'YYYY-MM') as key, k.currency, sum(k.part) as part, sum(k.whole) as whole,
                       sum(k.items)::bigint as items
                from book_case k
                where k.metric = :metric and k.month >= :first and (cast(:stage as int) is null or k.stage = :stage)
                group by k.month, k.currency
                order by k.currency, k.month
                """)
                .param("metric", metric.code())
                .param(
                        "first",
                        YearMonth.from(asked.asOf().day())
                                .minusMonths(asked.months())
                                .atDay(1))
                .param("stage", asked.stage())
                .query((row, _) -> new Sum(
                        row.getString("key"),
                        row.getString("key"),
                        row.getString("currency").isEmpty() ? null : Currency.getInstance(row.getString("currency")),
                        row.getBigDecimal("part"),
                        row.getBigDecimal("whole"),
                        row.getLong("items")))
                .list();
    }
}
