package dev.dunwell.deals;

import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The quotes, with their lines and parts. */
@Repository
public class Quotes {

    private static final String QUOTES = Sql.named("deals/quotes");

    private final JdbcClient db;
    private final Items items;
    private final PlannedParts parts;

    Quotes(JdbcClient db, Items items, PlannedParts parts) {
        this.db = db;
        this.items = items;
        this.parts = parts;
    }

    @Transactional(readOnly = true)
    public Optional<Quote> byId(long id) {
        return ask(new Asked(id, null, null, null, 1)).stream().findFirst();
    }

    /** The latest, at most so many. */
    @Transactional(readOnly = true)
    public List<Quote> latest(int most) {
        return ask(new Asked(null, null, null, null, most));
    }

    /** What wants a next step: accepted and not ordered yet, or declined since a day; the latest first. */
    @Transactional(readOnly = true)
    public List<Quote> answered(LocalDate since, int most) {
        return ask(new Asked(null, null, null, since, most));
    }

    /**
     * What of a customer was mailed to an address, the latest first, at most so many: all that a link there shows.
     *
     * @param address in small letters
     */
    @Transactional(readOnly = true)
    public List<Quote> mailed(long customerId, String address, int most) {
        return ask(new Asked(null, customerId, address, null, most));
    }

    /** One of {@link #mailed}. */
    @Transactional(readOnly = true)
    public Optional<Quote> mailed(long customerId, String address, long id) {
        return ask(new Asked(id, customerId, address, null, 1)).stream().findFirst();
    }

    /** The quote, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Quote locked(long id) {
        db.sql("select id from quote where id = ? for update").param(id).query().listOfRows();
        return byId(id).orElseThrow(() -> new NotFound("quote"));
    }

    private record Asked(
            @Nullable Long id,
            @Nullable Long customer,
            @Nullable String address,
            @Nullable LocalDate since,
            int most) {}

    /** A quote that still lacks its lines and parts. */
    private interface ByLines {

        Quote with(List<Item> items, List<Part> parts);
    }

    private List<Quote> ask(Asked asked) {
        List<Long> ids = new ArrayList<>();
        List<ByLines> heads = db.sql(QUOTES)
                .param("id", asked.id)
                .param("customer", asked.customer)
                .param("address", asked.address)
                .param("since", asked.since)
                .param("most", asked.most)
                .query((row, _) -> {
                    ids.add(row.getLong("id"));
                    return head(row);
                })
                .list();
        Map<Long, List<Item>> lines = items.of(Items.Of.QUOTE, ids);
        Map<Long, List<Part>> planned = parts.of(ids);
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            quotes.add(heads.get(i)
                    .with(lines.getOrDefault(ids.get(i), List.of()), planned.getOrDefault(ids.get(i), List.of())));
        }
        return quotes;
    }

    private static ByLines head(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var customer = new Quote.Customer(
                row.getLong("customer_id"), row.getString("customer_number"), row.getString("customer_name"));
        String number = Quote.number(row.getInt("year"), row.getInt("seq"));
        String title = row.getString("title");
        Currency currency = Currency.getInstance(row.getString("currency"));
        var terms = new Quote.Agreed(row.getLong("terms_id"), row.getString("terms"));
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        Quote.Sent sent = sent(row);
        Quote.Answer answer = answer(row);
        var follow = new Quote.Follow(row.getObject("order_id", Long.class), row.getObject("replaced_by", Long.class));
        return (items, parts) ->
                new Quote(id, customer, number, title, currency, terms, until, sent, answer, follow, items, parts);
    }

    private static Quote.@Nullable Sent sent(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("sent_on", LocalDate.class);
        return on == null ? null : new Quote.Sent(on, row.getString("paper_hash"), row.getString("to_address"));
    }

    private static Quote.@Nullable Answer answer(ResultSet row) throws SQLException {
        String by = row.getString("answered_by");
        OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        return by == null
                ? null
                : new Quote.Answer(
                        row.getBoolean("is_accepted"),
                        by,
                        row.getObject("answered_on", LocalDate.class),
                        at == null ? null : at.toInstant(),
                        Objects.requireNonNullElse(row.getString("reason"), ""),
                        row.getString("evidence"),
                        row.getString("answer_author"));
    }
}
