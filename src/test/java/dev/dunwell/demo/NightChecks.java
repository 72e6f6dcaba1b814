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
    private static final String TONIGHT = """
            select m.id, m.customer_id, i.id as invoice_id, i.number
            from message m
            cross join lateral jsonb_array_elements_text(m.model -> 'numbers') n(number)
            join invoice i on i.org_id = m.org_id and i.number = n.number
            where m.window_on = :today and m.state not in ('recalled', 'withdrawn')
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
        assertThat(ask(
                        today,
                        "is settled",
                        "not exists (select from open_invoice(:today) o where o.id = t.invoice_id)"))
                .as("nobody hears of what is paid")
                .isEmpty();
        assertThat(ask(today, "is promised", """
                exists (select from promise p where p.customer_id = t.customer_id and p.state = 'open'
                  and p.due_on + p.grace_days >= :today
                  and (not exists (select from promise_invoice n where n.promise_id = p.id)
                    or exists (select from promise_invoice n where n.promise_id = p.id and n.invoice_id = t.invoice_id)))"""))
                .as("nobody hears while a promise runs")
                .isEmpty();
        assertThat(ask(today, "is held", """
                exists (select from hold h where h.customer_id = t.customer_id
                  and (h.invoice_id is null or h.invoice_id = t.invoice_id)
                  and h.ended_on is null and :today between h.from_on and h.until_on)"""))
                .as("nobody hears while a hold runs")
                .isEmpty();
        assertThat(ask(today, "is disputed", """
                exists (select from dispute d where d.invoice_id = t.invoice_id and d.closed_on is null and d.amount is null)"""))
                .as("nobody hears of what is disputed")
                .isEmpty();
        assertThat(ask(today, "is asked about", """
                exists (select from question q where q.invoice_id = t.invoice_id and q.answered_on is null)"""))
                .as("nobody hears of what we have to answer for")
                .isEmpty();
        assertThat(ask(today, "is paid by a plan", """
                exists (select from plan p join plan_invoice n on n.plan_id = p.id
                  where n.invoice_id = t.invoice_id and p.state = 'running')"""))
                .as("nobody hears of what a plan on track pays")
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

    private List<String> ask(LocalDate today, String what, String condition) {
        return db.sql("select t.number from (" + TONIGHT + ") t where " + condition)
                .param("today", today)
                .query((row, _) -> row.getString("number") + " " + what)
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
