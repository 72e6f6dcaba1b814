package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads how the invoices of the year up to a day were paid. */
@Repository
public class Behaviours {

    private static final String YEAR = Sql.named("whatif/behaviour");
    private static final BigDecimal USUAL_CAPITAL = BigDecimal.valueOf(8);

    private final JdbcClient db;

    Behaviours(JdbcClient db) {
        this.db = db;
    }

    /** @param tag of the customers looked at; empty for all */
    @Transactional(readOnly = true)
    public Behaviour of(String tag, Currency currency, LocalDate asOf) {
        return new Behaviour(
                currency,
                db.sql(YEAR)
                        .param("tag", tag)
                        .param("currency", currency.getCurrencyCode())
                        .param("asOf", asOf)
                        .query((row, _) -> new Behaviour.Paid(
                                row.getInt("days"), row.getInt("term"), row.getLong("minor"), row.getInt("invoices")))
                        .list());
    }

    /** The currencies of the year, the one with most invoices first. */
    @Transactional(readOnly = true)
    public List<Currency> currencies(LocalDate asOf) {
        return db.sql("""
                select currency
                from invoice
                where org_id = current_org() and voided_at is null and issued_on > :asOf - 365 and issued_on <= :asOf
                group by currency
                order by count(*) desc, currency
                """)
                .param("asOf", asOf)
                .query((row, _) -> Currency.getInstance(row.getString(1)))
                .list();
    }

    /**
     * What to assume where nobody says otherwise: capital at 8 %, chasing for nothing, and of what was late as much
     * lost as was written off in the year.
     */
    @Transactional(readOnly = true)
    public Assumptions usual(Behaviour base, LocalDate asOf) {
        long writtenOff = db.sql("""
                select coalesce(sum(a.amount), 0)
                from allocation a
                join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
                where a.org_id = current_org() and a.write_off_id is not null and i.currency = :currency
                  and a.effective_on > :asOf - 365 and a.effective_on <= :asOf
                """)
                .param("currency", base.currency().getCurrencyCode())
                .param("asOf", asOf)
                .query(Long.class)
                .single();
        long late = base.late().minor();
        BigDecimal lost = late == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.min(Math.max(0, writtenOff), late))
                        .multiply(Calculation.HUNDRED)
                        .divide(BigDecimal.valueOf(late), 2, RoundingMode.HALF_UP);
        return new Assumptions(USUAL_CAPITAL, lost, Money.zero(base.currency()));
    }
}
