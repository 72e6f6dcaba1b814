package dev.dunwell.demo;

import static java.util.stream.Collectors.toMap;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.messaging.Way;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who heard what in a night, and what is open after it, as the tables have it. */
@Transactional(readOnly = true)
class NightWitness {

    private final JdbcClient db;
    private final Organisations organisations;

    NightWitness(JdbcClient db, Organisations organisations) {
        this.db = db;
        this.organisations = organisations;
    }

    /** It is this day now; nobody is decided again before something happens to them, or the night comes. */
    @Transactional
    public Organisation dawn(LocalDate day) {
        db.sql("update organisation set simulated_today = ? where id = current_org()")
                .param(day)
                .update();
        return organisations.current();
    }

    /** A message on its way or gone. */
    record Heard(String customer, Way way, String address, List<String> items) {}

    List<Heard> heardOn(LocalDate day) {
        return db.sql("""
                select c.number, m.channel, m.to_address, array(select jsonb_array_elements_text(m.model -> 'numbers')) as items
                from message m
                join customer c on c.org_id = m.org_id and c.id = m.customer_id
                where m.window_on = :day and m.state not in ('recalled', 'withdrawn')
                """)
                .param("day", day)
                .query((row, _) -> new Heard(
                        row.getString("number"),
                        Way.ofCode(row.getString("channel")),
                        row.getString("to_address"),
                        List.of((String[]) row.getArray("items").getArray())))
                .list();
    }

    /** The numbers of all these people at once, as a file would bring them. */
    @Transactional
    public void write(Map<String, String> numbers) {
        db.sql("""
                insert into mobile_number (contact_id, number, author)
                select k.id, n.mobile, 'a file'
                from unnest(:customers, :mobiles) as n (customer, mobile)
                join customer c on c.number = n.customer
                join contact k on k.org_id = c.org_id and k.customer_id = c.id
                """)
                .param("customers", numbers.keySet().toArray(String[]::new))
                .param("mobiles", numbers.values().toArray(String[]::new))
                .update();
    }

    /** How many heard by which way in all these nights. */
    Map<Way, Integer> ways() {
        Map<Way, Integer> ways = new EnumMap<>(Way.class);
        db.sql("""
                select channel, count(*) as messages
                from message
                where state not in ('recalled', 'withdrawn')
                group by channel
                """).query(row -> {
            ways.put(Way.ofCode(row.getString("channel")), row.getInt("messages"));
        });
        return ways;
    }

    /** Open cents by invoice number. */
    Map<String, Long> open(LocalDate day) {
        return db
                .sql("select number, open_amount from open_invoice(:day)")
                .param("day", day)
                .query((row, _) -> Map.entry(row.getString("number"), row.getLong("open_amount")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Open items whose next day has passed: nobody would look at them again. */
    List<String> forgotten(LocalDate day) {
        return db.sql("""
                select i.number || ' since ' || d.next_on
                from decision d
                join open_invoice(:day) i on i.id = d.invoice_id
                where d.superseded_on is null and d.next_on <= :day
                """).param("day", day).query((row, _) -> row.getString(1)).list();
    }
}
