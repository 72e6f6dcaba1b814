package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The terms of the organisation, by name and version. */
@Repository
public class TermsBook {

    private static final String SELECT = "select t.* from terms t where ";
    private static final String IN_USE = Sql.named("ledger/terms-in-use");
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final JdbcClient db;

    TermsBook(JdbcClient db) {
        this.db = db;
    }

    /** What a name says on a day; empty when it said nothing yet, or is not known. */
    @Transactional(readOnly = true)
    public Optional<TermsVersion> inForce(String name, LocalDate on) {
        return db.sql(SELECT + """
                t.name = :name and t.valid_from <= :on
                order by t.valid_from desc, t.version desc
                limit 1
                """)
                .param("name", name)
                .param("on", on)
                .query(TermsBook::version)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<TermsVersion> byId(long id) {
        return db.sql(SELECT + "t.id = :id")
                .param("id", id)
                .query(TermsBook::version)
                .optional();
    }

    /** Every version of a name, the newest first. */
    @Transactional(readOnly = true)
    public List<TermsVersion> versions(String name) {
        return db.sql(SELECT + "t.name = :name order by t.version desc")
                .param("name", name)
                .query(TermsBook::version)
                .list();
    }

    /** The version that an invoice was issued under; empty when none was agreed. */
    @Transactional(readOnly = true)
    public Optional<TermsVersion> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "t.id = (select i.terms_id from invoice i where i.id = :invoice)")
                .param("invoice", invoiceId)
                .query(TermsBook::version)
                .optional();
    }

    /** The version that the invoice of a number was issued under; empty when none was agreed, or there is none. */
    @Transactional(readOnly = true)
    public Optional<TermsVersion> ofInvoice(String number) {
        return db.sql(SELECT
                        + "t.id = (select i.terms_id from invoice i where i.number = :number and i.voided_at is null)")
                .param("number", number)
                .query(TermsBook::version)
                .optional();
    }

    /** A name with what it says on a day, and who uses it. */
    public record InUse(TermsVersion version, long customers, long invoices) {}

    /** Every name, with the version of a day or else its last, in the order of the names. */
    @Transactional(readOnly = true)
    public List<InUse> inUse(LocalDate on) {
        return db.sql(IN_USE)
                .param("on", on)
                .query((row, n) -> new InUse(version(row, n), row.getLong("customers"), row.getLong("invoices")))
                .list();
    }

    /** Somebody who buys under terms. */
    public record Buyer(long id, String number, String name) {}

    /** Who buys under a name, in the order of their names, at most so many. */
    @Transactional(readOnly = true)
    public List<Buyer> buyers(String name, int most) {
        return db.sql("""
                select c.id, c.number, c.name
                from customer c
                join terms t on t.org_id = c.org_id and t.id = c.terms_id
                where t.name = :name and c.voided_at is null
                order by c.name, c.id
                limit :most
                """)
                .param("name", name)
                .param("most", most)
                .query((row, _) -> new Buyer(row.getLong("id"), row.getString("number"), row.getString("name")))
                .list();
    }

    /** Every name in the book, in its order. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return db.sql("select distinct name from terms order by name")
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Terms by the name that somebody wrote; refuses one that is neither in the book nor plain. */
    @Transactional(readOnly = true)
    public Terms named(String written) {
        String name = written.strip();
        return exists(name) ? new Terms(name) : Terms.parse(name);
    }

    /** A row of the name, for a customer to keep; plain terms come into the book when they are first used. */
    long idOf(Terms terms) {
        if (!exists(terms.name())) {
            if (!PlainTerms.isPlain(terms.name())) {
                throw BadInput.in(
                        "terms", "There are no terms called " + terms + ". Make them under Settings → Terms first.");
            }
            insert(terms.name(), 1, ALWAYS, PlainTerms.parse(terms.name()), "Dunwell");
        }
        return db.sql("select max(id) from terms where name = :name")
                .param("name", terms.name())
                .query(Long.class)
                .single();
    }

    private boolean exists(String name) {
        return db.sql("select exists (select from terms where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Writes a version; false when somebody else wrote the same one meanwhile. */
    boolean insert(String name, int number, LocalDate validFrom, Conditions conditions, String author) {
        StatementSpec row = db.sql("""
                insert into terms
                  (name, version, valid_from, author, due, discounts, discount_grace_days, methods, interest_percent,
                   interest_per, day_count, regime, prevails, fees, late_grace_days, long_time_agreed)
                values
                  (:name, :version, :validFrom, :author, :due, :discounts, :discountGrace, :methods, :percent,
                   :per, :dayCount, :regime, :prevails, :fees, :lateGrace, :longTime)
                on conflict (org_id, name, version) do nothing
                """)
                .param("name", name)
                .param("version", number)
                .param("validFrom", validFrom)
                .param("author", author);
        return penalties(conditions(row, conditions), conditions.penalties()).update() == 1;
    }

    boolean insert(String name, int number, LocalDate validFrom, Conditions conditions, Actor author) {
        return insert(name, number, validFrom, conditions, author.name());
    }

    private static StatementSpec conditions(StatementSpec row, Conditions conditions) {
        return row.param("due", conditions.due().toString())
                .param("discounts", DiscountStep.written(conditions.discounts()))
                .param("discountGrace", conditions.discountGraceDays())
                .param(
                        "methods",
                        conditions.methods().stream()
                                .sorted()
                                .map(PaymentMethod::code)
                                .toArray(String[]::new))
                .param("longTime", conditions.longTimeAgreed());
    }

    private static StatementSpec penalties(StatementSpec row, Penalties penalties) {
        Penalties.Interest interest = penalties.interest();
        return row.param("percent", interest == null ? null : interest.percent())
                .param("per", interest == null ? null : interest.per().code())
                .param("dayCount", interest == null ? null : interest.dayCount().code())
                .param("regime", penalties.regime().code())
                .param(
                        "prevails",
                        penalties.prevails() == null
                                ? null
                                : penalties.prevails().code())
                .param("fees", LateFee.written(penalties.fees()))
                .param("lateGrace", penalties.graceDays());
    }

    /** From a row with every column of the table. */
    public static TermsVersion version(ResultSet row, int n) throws SQLException {
        return new TermsVersion(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                new Conditions(
                        DueRuleText.parse(row.getString("due")),
                        DiscountStep.parse(row.getString("discounts")),
                        row.getInt("discount_grace_days"),
                        Arrays.stream((String[]) row.getArray("methods").getArray())
                                .map(PaymentMethod::ofCode)
                                .collect(Collectors.toSet()),
                        penalties(row),
                        row.getBoolean("long_time_agreed")),
                row.getString("author"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Penalties penalties(ResultSet row) throws SQLException {
        String prevails = row.getString("prevails");
        return new Penalties(
                interest(row),
                Regime.ofCode(row.getString("regime")),
                prevails == null ? null : Penalties.Prevails.ofCode(prevails),
                LateFee.parse(row.getString("fees")),
                row.getInt("late_grace_days"));
    }

    private static Penalties.@Nullable Interest interest(ResultSet row) throws SQLException {
        String per = row.getString("interest_per");
        return per == null
                ? null
                : new Penalties.Interest(
                        row.getBigDecimal("interest_percent"),
                        Penalties.Per.ofCode(per),
                        DayCount.ofCode(row.getString("day_count")));
    }
}
