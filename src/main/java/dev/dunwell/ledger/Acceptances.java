package dev.dunwell.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who accepted which terms, when, and the proof of it. */
@Repository
public class Acceptances {

    private static final String SELECT = """
            select a.*, t.name || ', version ' || t.version as terms, c.name as customer_name
            from terms_acceptance a
            join terms t on t.org_id = a.org_id and t.id = a.terms_id
            join customer c on c.org_id = a.org_id and c.id = a.customer_id
            """;
    private static final String NEWEST_FIRST = " order by a.accepted_on desc, a.id desc limit 200";

    private final JdbcClient db;

    Acceptances(JdbcClient db) {
        this.db = db;
    }

    /** What a customer accepted, the newest first. */
    @Transactional(readOnly = true)
    public List<Acceptance> ofCustomer(long customerId) {
        return db.sql(SELECT + "where a.customer_id = :customer" + NEWEST_FIRST)
                .param("customer", customerId)
                .query(Acceptances::acceptance)
                .list();
    }

    /** Who accepted any version of a name, the newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Acceptance> ofTerms(String name) {
        return db.sql(SELECT + "where t.name = :name" + NEWEST_FIRST)
                .param("name", name)
                .query(Acceptances::acceptance)
                .list();
    }

    long insert(RecordAcceptance.Wanted wanted, String author) {
        return db.sql("""
                insert into terms_acceptance (terms_id, customer_id, accepted_by, accepted_on, evidence, author)
                values (:terms, :customer, :by, :on, :evidence, :author)
                returning id
                """)
                .param("terms", wanted.termsId())
                .param("customer", wanted.customerId())
                .param("by", wanted.acceptedBy())
                .param("on", wanted.acceptedOn())
                .param("evidence", wanted.evidence())
                .param("author", author)
                .query(Long.class)
                .single();
    }

    private static Acceptance acceptance(ResultSet row, int n) throws SQLException {
        return new Acceptance(
                row.getLong("id"),
                row.getLong("terms_id"),
                row.getString("terms"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getString("accepted_by"),
                row.getObject("accepted_on", LocalDate.class),
                row.getString("evidence"),
                row.getString("author"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
