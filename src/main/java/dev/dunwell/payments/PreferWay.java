package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how a customer likes to pay; that way is offered first from then on. Refuses what nobody offers, as cash. */
@Component
public class PreferWay {

    private static final Set<PaymentMethod> NEVER = Set.of(PaymentMethod.CASH, PaymentMethod.STRIPE);

    private final JdbcClient db;
    private final Audit audit;

    PreferWay(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional
    public void prefer(Actor actor, LocalDate today, long customerId, PaymentMethod method) {
        if (NEVER.contains(method)) {
            throw BadInput.in("method", "Choose one of the ways that are offered.");
        }
        db.sql("""
                insert into pay_preference (customer_id, method, author, said_on) values (:customer, :method, :author, :on)
                on conflict (org_id, customer_id) do update
                set method = excluded.method, author = excluded.author, said_on = excluded.said_on
                """)
                .param("customer", customerId)
                .param("method", method.code())
                .param("author", actor.name())
                .param("on", today)
                .update();
        audit.write(actor, "pay-preference.said", "customer", customerId, Map.of("method", method.code()));
    }

    /** What a customer said. */
    @Transactional(readOnly = true)
    public Optional<PaymentMethod> of(long customerId) {
        return db.sql("select method from pay_preference where customer_id = :customer")
                .param("customer", customerId)
                .query((row, _) -> PaymentMethod.ofCode(row.getString(1)))
                .optional();
    }
}
