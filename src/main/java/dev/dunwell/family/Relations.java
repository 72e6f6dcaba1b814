package dev.dunwell.family;

import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What customers are to each other, apart from parents, who stand with the customer itself. */
@Repository
public class Relations {

    private static final int MOST = 200;
    private static final String SELECT = """
            select r.*, c.number, c.name, o.number as related_number, o.name as related_name
            from customer_relation r
            join customer c on c.org_id = r.org_id and c.id = r.customer_id
            join customer o on o.org_id = r.org_id and o.id = r.related_id
            """;

    private final JdbcClient db;

    Relations(JdbcClient db) {
        this.db = db;
    }

    /** Both ways, those that still hold first. */
    @Transactional(readOnly = true)
    public List<Relation> of(long customerId) {
        return db.sql(SELECT + """
                where r.customer_id = :customer or r.related_id = :customer
                order by r.until_on is not null, r.kind, r.from_on desc, r.id
                limit :most
                """)
                .param("customer", customerId)
                .param("most", MOST)
                .query(Relations::relation)
                .list();
    }

    Relation require(long id) {
        return db.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(Relations::relation)
                .optional()
                .orElseThrow(() -> new NotFound("relation"));
    }

    long insert(long customerId, RelateCustomers.Wanted wanted, LocalDate today, String author) {
        return db.sql("""
                insert into customer_relation (customer_id, related_id, kind, from_on, until_on, note, author)
                values (:customer, :related, :kind, :from, :until, :note, :author)
                returning id
                """)
                .param("customer", customerId)
                .param("related", wanted.relatedId())
                .param("kind", wanted.kind().code())
                .param("from", wanted.fromOn() == null ? today : wanted.fromOn())
                .param("until", wanted.untilOn())
                .param("note", wanted.note().strip())
                .param("author", author)
                .query(Long.class)
                .single();
    }

    void end(long id, LocalDate lastDay) {
        db.sql("update customer_relation set until_on = greatest(from_on - 1, :last) where id = :id")
                .param("last", lastDay)
                .param("id", id)
                .update();
    }

    /** Whether going from a customer along relations of one kind leads back to another. */
    boolean leads(long from, long to, Relation.Kind kind) {
        return db.sql("""
                with recursive along as (
                  select cast(:from as bigint) as id
                  union
                  select r.related_id
                  from along a
                  join customer_relation r on r.customer_id = a.id and r.kind = :kind and r.until_on is null
                )
                select exists (select from along where id = :to)
                """)
                .param("from", from)
                .param("to", to)
                .param("kind", kind.code())
                .query(Boolean.class)
                .single();
    }

    /** Whether any letters go round in a circle on a day. */
    boolean isCircle(LocalDate day) {
        return db.sql("select exists (select from letters_to(:day) where customer_id = payer_id)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static Relation relation(ResultSet row, int n) throws SQLException {
        return new Relation(
                row.getLong("id"),
                new Relation.Named(row.getLong("customer_id"), row.getString("number"), row.getString("name")),
                new Relation.Named(
                        row.getLong("related_id"), row.getString("related_number"), row.getString("related_name")),
                Relation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("note"),
                row.getString("author"));
    }
}
