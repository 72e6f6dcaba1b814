package dev.dunwell.statements;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The letterhead of the organisation. */
@Repository
public class Letterheads {

    private final JdbcClient db;

    Letterheads(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Letterhead current() {
        return db.sql("select address, payment_details, footer from letterhead")
                .query((row, _) -> new Letterhead(
                        row.getString("address"), row.getString("payment_details"), row.getString("footer")))
                .optional()
                .orElse(Letterhead.NONE);
    }

    void replace(Letterhead letterhead) {
        db.sql("""
                insert into letterhead (address, payment_details, footer)
                values (?, ?, ?)
                on conflict (org_id) do update
                set address = excluded.address, payment_details = excluded.payment_details, footer = excluded.footer
                """)
                .params(letterhead.address(), letterhead.paymentDetails(), letterhead.footer())
                .update();
    }
}
