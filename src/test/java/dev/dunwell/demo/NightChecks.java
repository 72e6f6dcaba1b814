package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has to be so after every night, asked of the tables themselves and not of the code that fills them. */
@Component
@Transactional(readOnly = true)
public class NightChecks {

    private static final List<String> TABLES =
            List.of("decision", "step_taken", "message", "promise", "night_run", "customer_standing", "audit_entry");
    /**
     * What those who heard tonight should not have heard of: a promise, a hold and so on that stops it, in one look.
     */
    private static final String IN_VAIN = """
            with tonight as materialized (
              select m.customer_id, i.id as invoice_id, i.number
              from message m
              cross join lateral jsonb_array_elements_text(m.model -> 'numbers') n(number)
              join invoice i on i.org_id = m.org_id and i.customer_id = m.customer_id and i.number = n.number
              where m.window_on = :today and m.state not in ('recalled', 'withdrawn')
            )
            select t.number || ' is settled' as wrong
            from tonight t
            where not exists (select from open_invoice(:today) o where o.id = t.invoice_id)
            union all
            select t.number || ' is promised'
            from tonight t
            join promise p on p.customer_id = t.customer_id
            where p.state = 'open' and p.due_on + p.grace_days >= :today
              and (not exists (select from promise_invoice n where n.promise_id = p.id)
                or exists (select from promise_invoice n where n.promise_id = p.id and n.invoice_id = t.invoice_id))
            union all
            select t.number || ' is held'
            from tonight t
            join hold h on h.customer_id = t.customer_id and (h.invoice_id is null or h.invoice_id = t.invoice_id)
            where h.ended_on is null and :today between h.from_on and h.until_on
            union all
            select t.number || ' is disputed'
            from tonight t
            join dispute d on d.invoice_id = t.invoice_id
            where d.closed_on is null and d.amount is null
            union all
            select t.number || ' is asked about'
            from tonight t
            join question q on q.invoice_id = t.invoice_id
            where q.answered_on is null
            union all
            select t.number || ' is paid by a plan'
            from tonight t
            join plan_invoice n on n.invoice_id = t.invoice_id
            join plan p on p.id = n.plan_id
            where p.state = 'running'
            """;

    private final JdbcClient db;

    NightChecks(JdbcClient db) {
        this.db = db;
    }

    /** Everything that must not be found tonight, as sentences. */
    void check(LocalDate today) {
        assertThat(unbalanced(today))
                .as("what is open is what was invoiced less what settled it")
                .isEmpty();
        assertThat(inVain(today))
                .as("nobody hears of what is paid, promised, held, disputed, asked about or paid by a plan")
                .isEmpty();
        assertThat(undecided(today)).as("every open item is decided").isEmpty();
    }

    /** Of the tables a night writes; equal when nothing changed. */
    Map<String, String> checksums() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : TABLES) {
            sums.put(
                    table,
                    db.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                    + table + " t")
                            .query(String.class)
                            .single());
        }
        return sums;
    }

    private List<String> inVain(LocalDate today) {
        return db.sql(IN_VAIN)
                .param("today", today)
                .query((row, _) -> row.getString("wrong"))
                .list();
    }

    private List<String> undecided(LocalDate today) {
        return db.sql("""
                select i.number
                from open_invoice(:today) i
                where (select count(*) from decision d where d.invoice_id = i.id and d.superseded_on is null) <> 1
                """)
                .param("today", today)
                .query((row, _) -> row.getString("number"))
                .list();
    }

    private List<String> unbalanced(LocalDate today) {
        return db.sql("""
                select v.currency || ': ' || v.invoiced || ' - ' || coalesce(s.settled, 0) || ' <> ' || coalesce(o.open, 0) as sums
                from (select currency, sum(amount) as invoiced from invoice where issued_on <= :today group by currency) v
                left join (
                  select i.currency, sum(a.amount) as settled
                  from allocation a
                  join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
                  where a.effective_on <= :today
                  group by i.currency) s on s.currency = v.currency
                left join (
                  select currency, sum(open_amount) as open from open_invoice(:today) group by currency) o on o.currency = v.currency
                where v.invoiced - coalesce(s.settled, 0) <> coalesce(o.open, 0)
                """)
                .param("today", today)
                .query((row, _) -> row.getString("sums"))
                .list();
    }
}
