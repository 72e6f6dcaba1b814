package dev.dunwell.ledger;

import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people at the customers. */
@Repository
public class Contacts {

    private final JdbcClient db;

    Contacts(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Contact> byId(long id) {
        return db.sql("select * from contact where id = :id and voided_at is null")
                .param("id", id)
                .query(Contacts::contact)
                .optional();
    }

    /** Of one customer, in the order in which a reminder looks for someone: reachable ones first, then by role. */
    @Transactional(readOnly = true)
    public List<Contact> of(long customerId) {
        return db.sql("""
                select *
                from contact
                where customer_id = :customer and voided_at is null
                order by (email is not null and bounced_on is null) desc, array_position(:roles, role), id
                """)
                .param("customer", customerId)
                .param("roles", roles())
                .query(Contacts::contact)
                .list();
    }

    /** Of one customer, or of all when it is null, in the order of their ids. */
    @Transactional(readOnly = true)
    public Slice<Contact> page(@Nullable Long customerId, @Nullable Cursor after, int limit) {
        List<Contact> rows = db.sql("""
                select *
                from contact
                where voided_at is null and id > :after
                  and (cast(:customer as bigint) is null or customer_id = :customer)
                order by id
                limit :limit
                """)
                .param("customer", customerId)
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(Contacts::contact)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    long insert(long customerId, Contact.Details details) {
        return write(details, """
                insert into contact (customer_id, name, email, phone, role, language)
                values (:customer, :name, :email, :phone, :role, :language)
                returning id
                """)
                .param("customer", customerId)
                .query(Long.class)
                .single();
    }

    void update(Contact contact) {
        write(contact.details(), """
                update contact
                set name = :name, email = :email, phone = :phone, role = :role, language = :language,
                    verified_on = :verified, bounced_on = :bounced
                where id = :id
                """)
                .param("id", contact.id())
                .param("verified", contact.verifiedOn())
                .param("bounced", contact.bouncedOn())
                .update();
    }

    void remove(long id) {
        db.sql("update contact set voided_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    private StatementSpec write(Contact.Details details, String sql) {
        return db.sql(sql)
                .param("name", details.name())
                .param("email", details.email())
                .param("phone", details.phone())
                .param("role", details.role().code())
                .param(
                        "language",
                        details.language() == null ? null : details.language().toLanguageTag());
    }

    static Contact contact(ResultSet row, int n) throws SQLException {
        String language = row.getString("language");
        return new Contact(
                row.getLong("id"),
                row.getLong("customer_id"),
                new Contact.Details(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        Contact.Role.ofCode(row.getString("role")),
                        language == null ? null : Locale.forLanguageTag(language)),
                row.getObject("verified_on", LocalDate.class),
                row.getObject("bounced_on", LocalDate.class));
    }

    private static String[] roles() {
        return Arrays.stream(Contact.Role.values()).map(Contact.Role::code).toArray(String[]::new);
    }
}
