package dev.dunwell.deals;

import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The quotes. */
@Repository
public class Quotes {

    private static final String QUOTES = Sql.named("deals/quotes");

    private final JdbcClient db;
    private final Items items;

    Quotes(JdbcClient db, Items items) {
        this.db = db;
        this.items = items;
    }

    @Transactional(readOnly = true)
    public Optional<Quote> byId(long id) {
        return ask(id, 1).stream().findFirst();
    }

    /** The latest, at most so many. */
    @Transactional(readOnly = true)
    public List<Quote> latest(int most) {
        return ask(null, most);
    }

    /** The quote, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Quote locked(long id) {
        db.sql("select id from quote where id = ? for update").param(id).query().listOfRows();
        return byId(id).orElseThrow(() -> new NotFound("quote"));
    }

    private List<Quote> ask(@Nullable Long id, int most) {
        List<Quote> heads = db.sql(QUOTES)
                .param("id", id)
                .param("most", most)
                .query((row, _) -> quote(row, List.of()))
                .list();
        Map<Long, List<Item>> lines =
                items.of(Items.Of.QUOTE, heads.stream().map(Quote::id).toList());
        return heads.stream()
                .map(quote -> with(quote, lines.getOrDefault(quote.id(), List.of())))
                .toList();
    }

    private static Quote with(Quote quote, List<Item> items) {
        return new Quote(
                quote.id(),
                quote.customer(),
                quote.number(),
                quote.title(),
                quote.currency(),
                quote.terms(),
                quote.validUntil(),
                quote.sentOn(),
                quote.answer(),
                quote.orderId(),
                items);
    }

    private static Quote quote(ResultSet row, List<Item> items) throws SQLException {
        String by = row.getString("answered_by");
        return new Quote(
                row.getLong("id"),
                new Quote.Customer(
                        row.getLong("customer_id"), row.getString("customer_number"), row.getString("customer_name")),
                Quote.number(row.getInt("year"), row.getInt("seq")),
                row.getString("title"),
                Currency.getInstance(row.getString("currency")),
                new Quote.Agreed(row.getLong("terms_id"), row.getString("terms")),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                by == null
                        ? null
                        : new Quote.Answer(
                                row.getBoolean("is_accepted"),
                                by,
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("evidence"),
                                row.getString("answer_author")),
                row.getObject("order_id", Long.class),
                items);
    }
}
