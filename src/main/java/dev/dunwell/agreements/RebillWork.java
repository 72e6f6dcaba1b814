package dev.dunwell.agreements;

import dev.dunwell.access.Actor;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets what stood on an invoice that was taken back be billed once more, after somebody has looked at it. */
@Component
public class RebillWork {

    private final JdbcClient db;

    RebillWork(JdbcClient db) {
        this.db = db;
    }

    /** @param invoice the number that it stood on, which names it from now on */
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Actor actor, Collection<Long> billables, String invoice) {
        db.sql("""
                insert into billable (customer_id, source, source_key, description, quantity, unit, unit_price, amount, currency, tax,
                  delivered_from, delivered_until, bill_on, issue, apart, order_reference, terms_id, author)
                select customer_id, source, 'again:' || :invoice || ':' || id, description, quantity, unit, unit_price, amount,
                  currency, tax, delivered_from, delivered_until, bill_on, 'approve', apart, order_reference, terms_id, :author
                from billable
                where id = any(:ids)
                on conflict (org_id, source_key) do nothing
                """)
                .param("invoice", invoice)
                .param("author", actor.name())
                .param("ids", billables.toArray(Long[]::new))
                .update();
    }
}
