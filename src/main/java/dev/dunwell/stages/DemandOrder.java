package dev.dunwell.stages;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes whether a customer pays only invoices that carry its order reference; without one nothing is demanded. */
@Component
public class DemandOrder {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DemandOrder(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** Asking twice is harmless. */
    @Transactional
    public void demand(Caller caller, long customerId, boolean isDemanded) {
        String sql = isDemanded ? """
                insert into order_demand (customer_id, since_on, author) values (:customer, :today, :author)
                on conflict do nothing
                """ : "delete from order_demand where customer_id = :customer";
        int changed = db.sql(sql)
                .param("customer", customerId)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        if (changed > 0) {
            events.publishEvent(new CustomersTouched(Set.of(customerId)));
            audit.write(caller.actor(), "order.demanded", "customer", customerId, Map.of("isDemanded", isDemanded));
        }
    }
}
