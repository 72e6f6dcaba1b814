package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a tag before all others of many customers at once, and takes it off again. Asking twice is harmless. */
@Component
public class TagCustomers {

    private final JdbcClient db;
    private final Audit audit;

    TagCustomers(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional
    public void tag(Actor actor, Collection<Long> customers, String tag) {
        int tagged = db.sql("""
                update customer set tags = array_prepend(:tag, tags)
                where id = any(:customers) and not :tag = any(tags)
                """)
                .param("tag", tag)
                .param("customers", customers.toArray(Long[]::new))
                .update();
        audit.write(actor, "customers.tagged", "customer", null, Map.of("tag", tag, "customers", tagged));
    }

    @Transactional
    public void untag(Actor actor, Collection<Long> customers, String tag) {
        int untagged = db.sql("update customer set tags = array_remove(tags, :tag) where id = any(:customers)")
                .param("tag", tag)
                .param("customers", customers.toArray(Long[]::new))
                .update();
        audit.write(actor, "customers.untagged", "customer", null, Map.of("tag", tag, "customers", untagged));
    }
}
