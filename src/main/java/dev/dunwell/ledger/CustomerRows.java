package dev.dunwell.ledger;

import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Writes customers: the names they refer to by, looked up and checked. */
@Repository
class CustomerRows {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 20;

    private final JdbcClient db;
    private final TermsBook terms;

    CustomerRows(JdbcClient db, TermsBook terms) {
        this.db = db;
        this.terms = terms;
    }

    long insert(String number, String name, Customer.Profile profile) {
        check(number, name, profile);
        try {
            return write(number, name, profile, """
                    insert into customer
                      (number, name, parent_id, language, zone, currency, tags, owner_id, terms_id, contact_mode,
                       is_consumer)
                    values
                      (:number, :name, :parent, :language, :zone, :currency, :tags, :owner, :terms, :mode, :consumer)
                    returning id
                    """).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw taken(number);
        }
    }

    void update(Customer customer) {
        check(customer.number(), customer.name(), customer.profile());
        try {
            write(customer.number(), customer.name(), customer.profile(), """
                    update customer
                    set number = :number, name = :name, parent_id = :parent, language = :language, zone = :zone,
                        currency = :currency, tags = :tags, owner_id = :owner, terms_id = :terms, contact_mode = :mode,
                        is_consumer = :consumer
                    where id = :id and voided_at is null
                    """)
                    .param("id", customer.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(customer.number());
        }
    }

    private StatementSpec write(String number, String name, Customer.Profile profile, String sql) {
        return db.sql(sql)
                .param("number", number)
                .param("name", name)
                .param("parent", parent(profile.parentNumber()))
                .param(
                        "language",
                        profile.language() == null ? null : profile.language().toLanguageTag())
                .param("zone", profile.zone() == null ? null : profile.zone().getId())
                .param(
                        "currency",
                        profile.currency() == null ? null : profile.currency().getCurrencyCode())
                .param("tags", profile.tags().toArray(String[]::new))
                .param("owner", owner(profile.ownerEmail()))
                .param("terms", profile.terms() == null ? null : terms.idOf(profile.terms()))
                .param("mode", profile.contactMode().name().toLowerCase(Locale.ROOT))
                .param("consumer", profile.isConsumer());
    }

    private static void check(String number, String name, Customer.Profile profile) {
        var check = new Check().number("number", number).text("name", name, LONGEST_NAME);
        check.that(profile.tags().size() <= MOST_TAGS, "tags", "Keep at most 20 tags.");
        profile.tags().forEach(tag -> check.text("tags", tag, LONGEST_TAG));
        check.done();
    }

    private @Nullable Long parent(@Nullable String number) {
        return number == null
                ? null
                : db.sql("select id from customer where number = :number and voided_at is null")
                        .param("number", number)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> BadInput.in("parent", "There is no customer with this number."));
    }

    private @Nullable Long owner(@Nullable String email) {
        return email == null
                ? null
                : db.sql("""
                        select p.id
                        from person p
                        join membership m on m.person_id = p.id
                        where p.email = lower(:email)
                        """)
                        .param("email", email)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> BadInput.in("owner", "Nobody with this e-mail address works here."));
    }

    private static Refusal taken(String number) {
        return Refusal.conflict(
                "number-taken", "There is a customer " + number + " already. Change that one, or give another number.");
    }
}
