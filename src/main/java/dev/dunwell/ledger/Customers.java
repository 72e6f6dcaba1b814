package dev.dunwell.ledger;

import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the organisation. */
@Repository
public class Customers {

    private static final String SELECT = """
            select c.*, p.number as parent_number, o.email as owner_email, t.name as terms_name
            from customer c
            left join customer p on p.org_id = c.org_id and p.id = c.parent_id
            left join terms t on t.org_id = c.org_id and t.id = c.terms_id
            left join person o on o.id = c.owner_id
            where c.voided_at is null
            """;

    private final JdbcClient db;

    Customers(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Customer> byId(long id) {
        return db.sql(SELECT + "and c.id = :id")
                .param("id", id)
                .query(Customers::customer)
                .optional();
    }

    /** By its own number, or by the number of a customer that was merged into it. */
    @Transactional(readOnly = true)
    public Optional<Customer> byNumber(String number) {
        return db.sql(SELECT + "and c.id = (select k.id from customer_by_number k where k.number = :number)")
                .param("number", number)
                .query(Customers::customer)
                .optional();
    }

    /** The customer with this id, for acts that are told one; refuses an id that is not there. */
    public Customer require(long id) {
        return byId(id).orElseThrow(() -> new NotFound("customer"));
    }

    /**
     * In the order of their names.
     *
     * @param search part of the name or the beginning of the number; null for all
     */
    @Transactional(readOnly = true)
    public Slice<Customer> page(@Nullable String search, @Nullable Cursor after, int limit) {
        List<Customer> rows = db.sql(SELECT + """
                and (cast(:part as text) is null or lower(c.name) like :part or lower(c.number) like :beginning
                  or c.id in (select m.merged_into from customer m where lower(m.number) like :beginning))
                and (c.name, c.id) > (:name, :id)
                order by c.name, c.id
                limit :limit
                """)
                .param("part", Search.part(search))
                .param("beginning", Search.beginning(search))
                .param("name", after == null ? "" : after.text(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Customers::customer)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.name(), last.id()));
    }

    /** The numbers of these customers, for lists that name them. */
    @Transactional(readOnly = true)
    public Map<Long, String> numbers(Collection<Long> ids) {
        Map<Long, String> numbers = new HashMap<>();
        db.sql("select id, number from customer where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    numbers.put(row.getLong("id"), row.getString("number"));
                });
        return numbers;
    }

    /** These customers by their ids, for lists that name them. */
    @Transactional(readOnly = true)
    public Map<Long, Customer> named(Collection<Long> ids) {
        Map<Long, Customer> named = new HashMap<>();
        db.sql(SELECT + "and c.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Customers::customer)
                .list()
                .forEach(customer -> named.put(customer.id(), customer));
        return named;
    }

    /** Whether a customer stands somewhere below another, or is that customer. */
    boolean isWithin(long id, String ancestorNumber) {
        return db.sql("""
                with recursive up as (
                  select c.id, c.parent_id from customer c where c.number = :number and c.voided_at is null
                  union
                  select c.id, c.parent_id from customer c join up on c.id = up.parent_id
                )
                select exists (select from up where up.id = :id)
                """)
                .param("number", ancestorNumber)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    static Customer customer(ResultSet row, int n) throws SQLException {
        return new Customer(row.getLong("id"), row.getString("number"), row.getString("name"), profile(row));
    }

    private static Customer.Profile profile(ResultSet row) throws SQLException {
        String language = row.getString("language");
        String zone = row.getString("zone");
        String currency = row.getString("currency");
        String terms = row.getString("terms_name");
        return new Customer.Profile(
                row.getString("parent_number"),
                language == null ? null : Locale.forLanguageTag(language),
                zone == null ? null : ZoneId.of(zone),
                currency == null ? null : Currency.getInstance(currency),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getString("owner_email"),
                terms == null ? null : new Terms(terms),
                Customer.ContactRule.valueOf(row.getString("contact_mode").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_consumer"));
    }
}
