package dev.dunwell.collections;

import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Sql;
import dev.dunwell.kernel.Staging;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How every customer stands: one row each, kept by the acts and the night so that Today reads rows and not sums. */
@Repository
class Standings {

    private static final Staging STAGED = new Staging("staged_standing", "(like customer_standing)");
    private static final String UPSERT = Sql.named("collections/keep-standings");

    private final JdbcClient db;
    private final DataSource database;
    private final JsonMapper json;

    Standings(JdbcClient db, DataSource database, JsonMapper json) {
        this.db = db;
        this.database = database;
        this.json = json;
    }

    /** @param gone customers who had a row and owe nothing any more */
    void write(List<CustomerStanding> changed, List<Long> gone) {
        if (!gone.isEmpty()) {
            db.sql("delete from customer_standing where customer_id in (:gone)")
                    .param("gone", gone)
                    .update();
        }
        if (!changed.isEmpty()) {
            CopyRows rows = new CopyRows();
            changed.forEach(standing -> add(rows, standing));
            STAGED.clear(db);
            rows.into(
                    database,
                    "staged_standing (org_id, customer_id, currency, open_amount, overdue_amount, others, items,"
                            + " oldest_due_on, level, why, next_step, next_small, next_on, last_contact_on, last_contact_kind,"
                            + " last_contact_by, owner_id, fingerprint)");
            db.sql(UPSERT).update();
        }
    }

    private void add(CopyRows rows, CustomerStanding s) {
        CustomerStanding.Debt main = s.debts().getFirst();
        Dossier.LastContact last = s.lastContact();
        rows.add(
                Tenant.current(),
                s.customerId(),
                main.open().currency(),
                main.open().minor(),
                main.overdue().minor(),
                others(s),
                s.items(),
                s.oldestDueOn(),
                s.level().number(),
                s.why(),
                s.nextStep(),
                s.nextSmall(),
                s.nextOn(),
                last == null ? null : last.on(),
                last == null ? null : last.kind(),
                last == null ? null : last.by(),
                s.ownerId(),
                s.fingerprint());
    }

    private String others(CustomerStanding s) {
        return json.writeValueAsString(s.debts().stream()
                .skip(1)
                .map(d -> Map.of(
                        "currency", d.open().currency().getCurrencyCode(),
                        "open", d.open().minor(),
                        "overdue", d.overdue().minor()))
                .toList());
    }
}
