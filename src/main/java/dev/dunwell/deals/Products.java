package dev.dunwell.deals;

import dev.dunwell.agreements.Tax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is sold, with its prices. */
@Repository
@Transactional(readOnly = true)
public class Products {

    private final JdbcClient db;

    Products(JdbcClient db) {
        this.db = db;
    }

    /** All of them, by category and number. */
    public List<Product> all() {
        Map<Long, List<Product.Price>> prices = prices();
        return db.sql("select * from product order by category, number")
                .query((row, _) -> new Product(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("unit"),
                        Tax.parse(row.getString("tax")),
                        row.getObject("withdrawn_on", LocalDate.class),
                        prices.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    public Optional<Product> byId(long id) {
        return all().stream().filter(product -> product.id() == id).findFirst();
    }

    private Map<Long, List<Product.Price>> prices() {
        Map<Long, List<Product.Price>> prices = new HashMap<>();
        db.sql("select * from product_price order by product_id, currency, valid_from desc")
                .query(row -> {
                    prices.computeIfAbsent(row.getLong("product_id"), _ -> new ArrayList<>())
                            .add(new Product.Price(
                                    Currency.getInstance(row.getString("currency")),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getBigDecimal("amount")));
                });
        return prices;
    }
}
