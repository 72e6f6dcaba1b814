package dev.dunwell.invoicing;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import dev.dunwell.ledger.BeforeClosing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says, before a month is closed, what was delivered in it and stands on no invoice (R96). */
@Component
class UnbilledBeforeClosing implements BeforeClosing {

    private final JdbcClient db;

    UnbilledBeforeClosing(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> leftOut(LocalDate until) {
        List<Money> unbilled = db.sql("""
                select b.amount, b.currency
                from billable b
                where b.withdrawn_at is null and b.delivered_until <= :after and b.bill_on < :after
                  and exists (select from seller where switched_on)
                  and not exists (select from billed d where d.org_id = b.org_id and d.billable_id = b.id)
                """)
                .param("after", until.plusDays(1))
                .query((row, _) -> Money.ofMinor(row.getLong("amount"), row.getString("currency")))
                .list();
        if (unbilled.isEmpty()) {
            return List.of();
        }
        String sums =
                MoneyBag.of(unbilled).amounts().stream().map(Money::inWords).collect(Collectors.joining(" and "));
        return List.of(
                "Delivered by then and on no invoice yet: %d %s, %s net. Bill it first, under Invoicing, Unbilled work."
                        .formatted(unbilled.size(), unbilled.size() == 1 ? "piece of work" : "pieces of work", sums));
    }
}
