package dev.dunwell.journal;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal: all facts as postings that balance, read from the facts themselves (the view {@code posting}). The
 * receivables of a customer up to a day are the aging of that day.
 */
@Repository
public class Journal {

    /** How many sort keys a cursor has. */
    public static final int CURSOR_KEYS = 5;

    private static final String POSTINGS = Sql.named("journal/postings");
    private static final String TOTALS = Sql.named("journal/totals");
    private static final String BECAME_KNOWN = Sql.named("journal/became-known");
    private static final String ORDER =
            " order by p.effective_on, p.kind, p.fact_id, p.account, coalesce(p.customer_id, 0)";

    private final JdbcClient db;

    Journal(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which postings are asked for.
     *
     * @param from the first effective day, to the last
     * @param account null: all
     * @param customerId null: all
     * @param knownAt null: as known now
     */
    public record Filter(
            LocalDate from,
            LocalDate to,
            @Nullable Account account,
            @Nullable Long customerId,
            @Nullable Instant knownAt) {}

    /** The debits and credits of one account in one currency, both above zero. */
    public record Total(Account account, Money debit, Money credit) {

        public Money balance() {
            return debit.minus(credit);
        }
    }

    /** One page in the order in which they took effect. */
    @Transactional(readOnly = true)
    public Slice<Posting> page(Filter filter, @Nullable Cursor after, int limit) {
        String following = after == null
                ? ""
                : " and (p.effective_on, p.kind, p.fact_id, p.account, coalesce(p.customer_id, 0))"
                        + " > (:day, :kind, :fact, :afterAccount, :afterCustomer)";
        StatementSpec statement = ask(filter, following + ORDER + " limit " + (limit + 1));
        if (after != null) {
            statement = statement
                    .param("day", after.date(0))
                    .param("kind", after.text(1))
                    .param("fact", after.number(2))
                    .param("afterAccount", after.text(3))
                    .param("afterCustomer", after.number(4));
        }
        return Slice.of(statement.query(Journal::posting).list(), limit, Journal::cursor);
    }

    /** Hands over all of them one by one as they are read, in the order in which they took effect. */
    @Transactional(readOnly = true)
    public void each(Filter filter, Consumer<Posting> each) {
        ask(filter, ORDER).withFetchSize(1000).query(row -> {
            each.accept(posting(row, 0));
        });
    }

    /** The totals of each account, by currency. */
    @Transactional(readOnly = true)
    public List<Total> totals(Filter filter) {
        return filled(db.sql(TOTALS), filter)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new Total(
                            account(row),
                            Money.ofMinor(row.getLong("debit"), currency),
                            Money.ofMinor(row.getLong("credit"), currency));
                })
                .list();
    }

    /**
     * What became known in a span of time, what was taken back in it with the sign turned.
     *
     * @param withDocuments whether invoices, opening balances and credit notes are among it
     */
    @Transactional(readOnly = true)
    public List<Posting> becameKnown(Instant after, Instant until, boolean withDocuments) {
        return db.sql(BECAME_KNOWN)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("withDocuments", withDocuments)
                .query(Journal::posting)
                .list();
    }

    private StatementSpec ask(Filter filter, String further) {
        String ofAccount = filter.account == null ? "" : " and p.account = :account";
        String ofCustomer = filter.customerId == null ? "" : " and p.customer_id = :customer";
        return filled(db.sql(POSTINGS + ofAccount + ofCustomer + further), filter);
    }

    private static StatementSpec filled(StatementSpec statement, Filter filter) {
        return statement
                .param("from", filter.from)
                .param("to", filter.to)
                .param("account", filter.account == null ? null : filter.account.code())
                .param("customer", filter.customerId)
                .param("knownAt", filter.knownAt == null ? null : filter.knownAt.atOffset(ZoneOffset.UTC));
    }

    private static Cursor cursor(Posting last) {
        Posting.Of customer = last.customer();
        return Cursor.of(
                last.effectiveOn(),
                last.kind(),
                last.factId(),
                last.account().code(),
                customer == null ? 0 : customer.id());
    }

    private static Posting posting(ResultSet row, int n) throws SQLException {
        Long customer = row.getObject("customer_id", Long.class);
        return new Posting(
                row.getString("kind"),
                row.getLong("fact_id"),
                row.getObject("effective_on", LocalDate.class),
                customer == null
                        ? null
                        : new Posting.Of(customer, row.getString("customer_number"), row.getString("customer_name")),
                account(row),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("invoice_id", Long.class),
                row.getString("document"),
                row.getTimestamp("known_from").toInstant());
    }

    private static Account account(ResultSet row) throws SQLException {
        return Account.valueOf(row.getString("account").toUpperCase(Locale.ROOT));
    }
}
