package dev.dunwell.messaging;

import dev.dunwell.kernel.CopyRows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way out. The unique key per customer, channel and window makes planning twice harmless. */
@Repository
public class Outbox {

    private final JdbcClient db;
    private final DataSource database;
    private final JsonMapper json;

    Outbox(JdbcClient db, DataSource database, JsonMapper json) {
        this.db = db;
        this.database = database;
        this.json = json;
    }

    /**
     * Plans messages in the caller's transaction.
     *
     * @return the id of each message by customer; a customer whose window is taken is absent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Long> plan(List<Draft> drafts) {
        Map<Long, Long> planned = new HashMap<>();
        if (!drafts.isEmpty()) {
            CopyRows rows = new CopyRows();
            for (Draft d : drafts) {
                rows.add(d.customerId(), d.windowOn(), d.template(), d.language(), d.toName(), d.toAddress(),
                        json.writeValueAsString(d.model()), d.messageId(), OffsetDateTime.ofInstant(d.leaveAt(), ZoneOffset.UTC));
            }
            db.sql("""
                    create temp table if not exists staged_message (
                      customer_id bigint, window_on date, template text, language text, to_name text, to_address text,
                      model jsonb, message_id text, leave_at timestamptz)
                    on commit drop
                    """).update();
            db.sql("truncate staged_message").update();
            rows.into(database, "staged_message");
            db.sql("""
                    insert into message (customer_id, channel, window_on, template, language, to_name, to_address, model, message_id, leave_at)
                    select customer_id, 'mail', window_on, template, language, to_name, to_address, model, message_id, leave_at
                    from staged_message
                    on conflict do nothing
                    returning customer_id, id
                    """).query(row -> {
                planned.put(row.getLong("customer_id"), row.getLong("id"));
            });
        }
        return planned;
    }
}
