package dev.dunwell.demo;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who heard what in a night, and what is open after it, as the tables have it. */
@Transactional(readOnly = true)
class NightWitness {

    private final JdbcClient db;

    NightWitness(JdbcClient db) {
        this.db = db;
    }

    /** A message on its way or gone. */
    record Heard(String customer, String address, List<String> items) {}

    List<Heard> heardOn(LocalDate day) {
        return db.sql("""
                select c.number, m.to_address, array(select jsonb_array_elements_text(m.model -> 'numbers')) as items
                from message m
                join customer c on c.org_id = m.org_id and c.id = m.customer_id
                where m.window_on = :day and m.state not in ('recalled', 'withdrawn')
                """)
                .param("day", day)
                .query((row, _) -> new Heard(row.getString("number"), row.getString("to_address"), List.of((String[])
                        row.getArray("items").getArray())))
                .list();
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
