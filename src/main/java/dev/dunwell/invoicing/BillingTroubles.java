package dev.dunwell.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the last run could not bill or send, and what the access point has not taken: somebody has to look, and nothing
 * else waits for it.
 */
@Repository
public class BillingTroubles {

    private static final int LONGEST_ABOUT = 300;
    private static final int LONGEST_WHAT = 1000;

    private final JdbcClient db;

    BillingTroubles(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something that could not be done.
     *
     * @param about the contract or the work, as people call it
     * @param what the reason, as it was given
     */
    public record Trouble(long customerId, String customer, String about, String what, LocalDate noticedOn) {}

    @Transactional(readOnly = true)
    public List<Trouble> all() {
        return db.sql("""
                select t.*, c.name
                from (
                  select org_id, id, customer_id, about, what, noticed_on
                  from billing_trouble
                  union all
                  select h.org_id, d.id, d.customer_id, 'Handing over ' || d.number, h.what, h.noticed_on
                  from handing_trouble h
                  join issued_document d on d.org_id = h.org_id and d.id = h.document_id
                ) t
                join customer c on c.org_id = t.org_id and c.id = t.customer_id
                order by t.noticed_on, t.id
                """)
                .query((row, _) -> new Trouble(
                        row.getLong("customer_id"),
                        row.getString("name"),
                        row.getString("about"),
                        row.getString("what"),
                        row.getObject("noticed_on", LocalDate.class)))
                .list();
    }

    /** A run begins: it finds out anew. */
    @Transactional
    public void forget() {
        db.sql("delete from billing_trouble").update();
    }

    @Transactional
    public void note(long customerId, String about, RuntimeException why, LocalDate today) {
        note(customerId, about, String.valueOf(why.getMessage()), today);
    }

    @Transactional
    public void note(long customerId, String about, String why, LocalDate today) {
        db.sql("insert into billing_trouble (customer_id, about, what, noticed_on) values (?, ?, ?, ?)")
                .params(customerId, cut(about, LONGEST_ABOUT), cut(why, LONGEST_WHAT), today)
                .update();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
