package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a product another price from a day on, or takes it from sale. What was quoted or ordered keeps the price that
 * it was quoted at.
 */
@Component
public class ChangeProduct {

    private final JdbcClient db;
    private final Products products;
    private final Audit audit;

    ChangeProduct(JdbcClient db, Products products, Audit audit) {
        this.db = db;
        this.products = products;
        this.audit = audit;
    }

    /** What is changed. */
    public sealed interface Change {

        /** Another price of one, or its first in a currency. */
        record Price(Product.Price price) implements Change {}

        /** Nobody sells it any more from a day on. */
        record Withdraw(LocalDate from) implements Change {}
    }

    @Transactional
    public void change(Actor actor, long productId, Change change) {
        Product product = products.byId(productId).orElseThrow(() -> new NotFound("product"));
        switch (change) {
            case Change.Price price -> price(actor, productId, price.price);
            case Change.Withdraw withdraw ->
                db.sql("update product set withdrawn_on = ? where id = ?")
                        .params(withdraw.from, productId)
                        .update();
        }
        audit.write(
                actor,
                "product.changed",
                "product",
                productId,
                Map.of("number", product.number(), "change", change.toString()));
    }

    private void price(Actor actor, long product, Product.Price price) {
        if (price.amount().signum() < 0) {
            throw BadInput.in("price", "Give a price that is not below zero.");
        }
        db.sql("""
                insert into product_price (product_id, currency, valid_from, amount, author)
                values (:product, :currency, :from, :amount, :author)
                on conflict (org_id, product_id, currency, valid_from) do update
                set amount = excluded.amount, author = excluded.author, recorded_at = now()
                """)
                .param("product", product)
                .param("currency", price.currency().getCurrencyCode())
                .param("from", price.from())
                .param("amount", price.amount())
                .param("author", actor.name())
                .update();
    }
}
