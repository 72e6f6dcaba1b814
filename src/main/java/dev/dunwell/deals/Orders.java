package dev.dunwell.deals;

import dev.dunwell.agreements.Contract;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The orders, with their lines and parts. */
@Repository
public class Orders {

    private static final String ORDERS = Sql.named("deals/orders");

    private final JdbcClient db;
    private final Items items;

    Orders(JdbcClient db, Items items) {
        this.db = db;
        this.items = items;
    }

    @Transactional(readOnly = true)
    public Optional<Order> byId(long id) {
        return ask(id, 1).stream().findFirst();
    }

    /** The latest, at most so many. */
    @Transactional(readOnly = true)
    public List<Order> latest(int most) {
        return ask(null, most);
    }

    /** The order, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Order locked(long id) {
        db.sql("select id from sales_order where id = ? for update")
                .param(id)
                .query()
                .listOfRows();
        return byId(id).orElseThrow(() -> new NotFound("order"));
    }

    private List<Order> ask(@Nullable Long id, int most) {
        List<Long> ids = new ArrayList<>();
        List<ByParts> heads = db.sql(ORDERS)
                .param("id", id)
                .param("most", most)
                .query((row, _) -> {
                    ids.add(row.getLong("id"));
                    return head(row);
                })
                .list();
        Map<Long, List<Item>> lines = items.of(Items.Of.ORDER, ids);
        Map<Long, List<Part>> parts = parts(ids);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            orders.add(heads.get(i)
                    .with(lines.getOrDefault(ids.get(i), List.of()), parts.getOrDefault(ids.get(i), List.of())));
        }
        return orders;
    }

    /** An order that still lacks its lines and parts. */
    private interface ByParts {

        Order with(List<Item> items, List<Part> parts);
    }

    private Map<Long, List<Part>> parts(Collection<Long> orders) {
        Map<Long, List<Part>> parts = new HashMap<>();
        db.sql("""
                select p.*, o.currency
                from order_part p
                join sales_order o on o.org_id = p.org_id and o.id = p.order_id
                where p.order_id = any(:orders) and p.withdrawn_on is null
                order by p.id
                """).param("orders", orders.toArray(Long[]::new)).query(row -> {
            parts.computeIfAbsent(row.getLong("order_id"), _ -> new ArrayList<>())
                    .add(part(row));
        });
        return parts;
    }

    private static Part part(ResultSet row) throws SQLException {
        String by = row.getString("reached_by");
        return new Part(
                row.getLong("id"),
                Part.Kind.ofCode(row.getString("kind")),
                row.getString("title"),
                row.getBigDecimal("percent"),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("planned_on", LocalDate.class),
                by == null ? null : new Part.Reached(row.getObject("reached_on", LocalDate.class), by));
    }

    private static ByParts head(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var customer = new Quote.Customer(
                row.getLong("customer_id"), row.getString("customer_number"), row.getString("customer_name"));
        String number = Order.number(row.getInt("year"), row.getInt("seq"));
        String title = row.getString("title");
        String reference = row.getString("reference");
        Currency currency = Currency.getInstance(row.getString("currency"));
        var terms = new Quote.Agreed(row.getLong("terms_id"), row.getString("terms"));
        Contract.Issue issue = Contract.Issue.ofCode(row.getString("issue"));
        LocalDate orderedOn = row.getObject("ordered_on", LocalDate.class);
        Long quote = row.getObject("quote_id", Long.class);
        Order.Source source = quote == null
                ? null
                : new Order.Source(quote, Quote.number(row.getInt("quote_year"), row.getInt("quote_seq")));
        LocalDate completedOn = row.getObject("completed_on", LocalDate.class);
        return (items, parts) -> new Order(
                id,
                customer,
                number,
                title,
                reference,
                currency,
                terms,
                issue,
                orderedOn,
                source,
                completedOn,
                items,
                parts);
    }
}
