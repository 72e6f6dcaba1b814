package dev.dunwell.family;

import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Customers with their parents and children: the whole tree, a part of it, and whose letters go where. */
@Repository
public class Families {

    private static final String TREE = Sql.named("family/tree");
    private static final String LETTERS = Sql.named("family/letters");

    private final JdbcClient db;

    Families(JdbcClient db) {
        this.db = db;
    }

    /**
     * A customer in its family.
     *
     * @param depth steps below the head of the family, 0 for the head
     * @param parentId null for the head
     */
    public record Member(
            long id,
            String number,
            String name,
            int depth,
            @Nullable Long parentId) {}

    /** The whole family of a customer, each parent before its children; the customer alone when it has none. */
    @Transactional(readOnly = true)
    public List<Member> of(long customerId) {
        return db.sql(TREE)
                .param("customer", customerId)
                .query((row, _) -> new Member(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getInt("depth"),
                        row.getObject("parent_id", Long.class)))
                .list();
    }

    /** A customer and all below it: whose items stand together when they are rolled up to it. */
    @Transactional(readOnly = true)
    public Set<Long> below(long customerId) {
        Set<Long> below = new HashSet<>(Set.of(customerId));
        of(customerId).stream()
                .filter(member -> member.parentId() != null && below.contains(member.parentId()))
                .forEach(member -> below.add(member.id()));
        return below;
    }

    /** Both families and whoever else answers for one of them, whose letters a change between the two may move. */
    Set<Long> around(long one, long other) {
        Set<Long> around = new HashSet<>(List.of(one, other));
        of(one).forEach(member -> around.add(member.id()));
        of(other).forEach(member -> around.add(member.id()));
        around.addAll(db.sql("""
                select r.related_id from customer_relation r where r.kind = 'payer' and r.customer_id = any(:around)
                union
                select r.customer_id from customer_relation r where r.kind = 'payer' and r.related_id = any(:around)
                """)
                .param("around", around.toArray(Long[]::new))
                .query(Long.class)
                .set());
        return around;
    }

    /**
     * Where the letters of a customer go, and why.
     *
     * @param own what the customer itself says; null when it says nothing
     * @param effective what counts
     * @param saidBy the nearest above it that says so; null when nobody does and it is the rule of the house
     * @param receiver who gets them in the end; null when the customer itself does
     */
    public record Letters(
            @Nullable LettersTo own,
            LettersTo effective,
            Relation.@Nullable Named saidBy,
            Relation.@Nullable Named receiver) {}

    @Transactional(readOnly = true)
    public Letters letters(long customerId, LocalDate day) {
        return db.sql(LETTERS)
                .param("customer", customerId)
                .param("today", day)
                .query((row, _) -> {
                    String own = row.getString("own");
                    String effective = row.getString("effective");
                    return new Letters(
                            own == null ? null : LettersTo.ofCode(own),
                            effective == null ? LettersTo.SELF : LettersTo.ofCode(effective),
                            named(row.getLong("said_id"), row.getString("said_number"), row.getString("said_name")),
                            named(
                                    row.getLong("receiver_id"),
                                    row.getString("receiver_number"),
                                    row.getString("receiver_name")));
                })
                .single();
    }

    private static Relation.@Nullable Named named(long id, @Nullable String number, @Nullable String name) {
        return number == null || name == null ? null : new Relation.Named(id, number, name);
    }

    /** The same customer under another parent, or under none. */
    static Customer below(Customer customer, @Nullable String parentNumber) {
        Customer.Profile p = customer.profile();
        return new Customer(
                customer.id(),
                customer.number(),
                customer.name(),
                new Customer.Profile(
                        parentNumber,
                        p.language(),
                        p.zone(),
                        p.currency(),
                        p.tags(),
                        p.ownerEmail(),
                        p.terms(),
                        p.contactMode(),
                        p.isConsumer()));
    }
}
