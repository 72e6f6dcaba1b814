package dev.dunwell.deals;

import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines of quotes and of orders. */
@Repository
class Items {

    private static final int LONGEST = 300;

    private final JdbcClient db;

    Items(JdbcClient db) {
        this.db = db;
    }

    /** What has lines. */
    enum Of {
        QUOTE("quote_line", "quote_id"),
        ORDER("order_line", "order_id");

        private final String table;
        private final String owner;

        Of(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }
    }

    /** The lines of these, by whose they are, in the order in which they were written. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Map<Long, List<Item>> of(Of what, Collection<Long> owners) {
        Map<Long, List<Item>> items = new HashMap<>();
        db.sql("select l.*, l." + what.owner + " as owner from " + what.table + " l where l." + what.owner
                        + " = any(:owners) order by l.id")
                .param("owners", owners.toArray(Long[]::new))
                .query(row -> {
                    items.computeIfAbsent(row.getLong("owner"), _ -> new ArrayList<>())
                            .add(item(row));
                });
        return items;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Of what, long owner, Item item) {
        check(item);
        db.sql("insert into " + what.table + " (" + what.owner
                        + ", product_id, description, quantity, unit, unit_price, tax)"
                        + " values (:owner, :product, :description, :quantity, :unit, :price, :tax)")
                .param("owner", owner)
                .param("product", item.productId())
                .param("description", item.description().strip())
                .param("quantity", item.quantity())
                .param("unit", item.unit().strip())
                .param("price", item.unitPrice())
                .param("tax", item.tax().toString())
                .update();
    }

    /** @return whether it was there */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean drop(Of what, long owner, long item) {
        return db.sql("delete from " + what.table + " where id = :item and " + what.owner + " = :owner")
                        .param("item", item)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    private static void check(Item item) {
        List<Problem> problems = new ArrayList<>();
        if (item.description().isBlank() || item.description().length() > LONGEST) {
            problems.add(new Problem(0, "description", "Say in at most 300 characters what it is."));
        }
        if (item.unit().isBlank() || item.unit().length() > 50) {
            problems.add(new Problem(0, "unit", "Give a unit, such as hour."));
        }
        if (item.quantity().signum() <= 0) {
            problems.add(new Problem(0, "quantity", "Give a quantity above zero."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getObject("product_id", Long.class),
                row.getString("description"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getBigDecimal("unit_price"),
                Tax.parse(row.getString("tax")));
    }
}
