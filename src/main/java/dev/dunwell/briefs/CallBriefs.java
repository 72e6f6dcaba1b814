package dev.dunwell.briefs;

import dev.dunwell.briefs.CallBrief.Promised;
import dev.dunwell.briefs.CallBrief.Said;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.reach.CallTimes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the brief before a call from the facts of all modules; nothing is kept. */
@Repository
public class CallBriefs {

    private static final String MONEY = Sql.named("briefs/money");
    private static final String EXCUSES = Sql.named("briefs/excuses");
    private static final String WAITING = Sql.named("briefs/waiting");

    private final JdbcClient db;
    private final CallTimes callTimes;

    CallBriefs(JdbcClient db, CallTimes callTimes) {
        this.db = db;
        this.callTimes = callTimes;
    }

    /** As it stands on a day. */
    @Transactional(readOnly = true)
    public CallBrief of(long customerId, LocalDate today) {
        List<Offer.Standing> money = money(customerId, today);
        List<Promised> promises = promises(customerId, today);
        List<Said> waiting = said(WAITING, customerId, today);
        int kept = (int) promises.stream().filter(p -> p.state().equals("kept")).count();
        int broken = (int) promises.stream()
                .filter(p -> p.state().equals("broken") || p.state().equals("partly_kept"))
                .count();
        return new CallBrief(
                since(customerId, today),
                money,
                kept,
                broken,
                promises,
                said(EXCUSES, customerId, today),
                waiting,
                contacts(customerId, today),
                callTimes.of(List.of(customerId), today).get(customerId),
                Offer.of(money, kept, broken, waiting.size()));
    }

    private @Nullable LocalDate since(long customerId, LocalDate today) {
        return ask("""
                select issued_on
                from invoice
                where customer_id = :customer and issued_on <= :today and voided_at is null
                order by issued_on
                limit 1
                """, customerId, today).query(LocalDate.class).optional().orElse(null);
    }

    private List<Offer.Standing> money(long customerId, LocalDate today) {
        return ask(MONEY, customerId, today)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new Offer.Standing(
                            Money.ofMinor(row.getLong("billed"), currency),
                            Money.ofMinor(row.getLong("open"), currency),
                            Money.ofMinor(row.getLong("overdue"), currency));
                })
                .list();
    }

    /** Those of the last year, the latest first. */
    private List<Promised> promises(long customerId, LocalDate today) {
        return ask("""
                select made_on, due_on, currency, amount, case when settled_on > :today then 'open' else state end as state
                from promise
                where customer_id = :customer and made_on > :today - 365 and made_on <= :today
                order by made_on desc, id desc
                limit 50
                """, customerId, today)
                .query((row, _) -> new Promised(
                        row.getObject("made_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                        row.getString("state")))
                .list();
    }

    private List<Said> contacts(long customerId, LocalDate today) {
        return said("""
                select happened_on as on_date, author as who,
                       kind || coalesce(', ' || replace(outcome, '_', ' '), '')
                         || case when body = '' then '' else ': ' || body end as what
                from interaction
                where customer_id = :customer and happened_on <= :today
                order by happened_on desc, id desc
                limit 5
                """, customerId, today);
    }

    private List<Said> said(String sql, long customerId, LocalDate today) {
        return ask(sql, customerId, today)
                .query((row, _) -> new Said(
                        row.getObject("on_date", LocalDate.class), row.getString("what"), row.getString("who")))
                .list();
    }

    private StatementSpec ask(String sql, long customerId, LocalDate today) {
        return db.sql(sql).param("customer", customerId).param("today", today);
    }
}
