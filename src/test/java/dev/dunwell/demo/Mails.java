package dev.dunwell.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was written to whom in the organisation of a test, as the tables have it. */
@Component
@Transactional(readOnly = true)
public class Mails {

    private static final String LIVING = "state not in ('recalled', 'withdrawn')";

    private final JdbcClient db;
    private final JsonMapper json;

    Mails(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A message on its way or gone. */
    public record Mail(LocalDate on, long customerId, String template, List<String> items, String state) {}

    public List<Mail> all() {
        return db.sql("select * from message where " + LIVING + " order by id")
                .query((row, _) -> new Mail(
                        row.getObject("window_on", LocalDate.class),
                        row.getLong("customer_id"),
                        row.getString("template"),
                        numbers(row.getString("model")),
                        row.getString("state")))
                .list();
    }

    public List<Mail> on(LocalDate day) {
        return all().stream().filter(mail -> mail.on.equals(day)).toList();
    }

    public int inMailbox() {
        return db.sql("select count(*) from sink_mail").query(Integer.class).single();
    }

    public String textTo(long customer, LocalDate day) {
        return db.sql("select subject || ' ' || body_text from message where customer_id = ? and window_on = ? and "
                        + LIVING)
                .params(customer, day)
                .query(String.class)
                .single()
                .replaceAll("\\s+", " ");
    }

    public List<String> withdrawn(long customer, LocalDate day) {
        return db.sql("select detail from message where customer_id = ? and window_on = ? and state = 'withdrawn'")
                .params(customer, day)
                .query((row, _) -> row.getString("detail"))
                .list();
    }

    /** Customers with two messages for one day, and mails that arrived twice: there are none. */
    public List<String> doubled() {
        return db.sql("""
                select 'customer ' || customer_id || ' on ' || window_on
                from message
                where state not in ('recalled', 'withdrawn')
                group by customer_id, window_on
                having count(*) > 1
                union all
                select message_id from sink_mail group by message_id having count(*) > 1
                """).query((row, _) -> row.getString(1)).list();
    }

    private List<String> numbers(String model) {
        List<String> numbers = new ArrayList<>();
        json.readTree(model).get("numbers").forEach(number -> numbers.add(number.asString()));
        return numbers;
    }
}
