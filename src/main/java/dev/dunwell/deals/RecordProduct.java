package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down something that is sold, with its first price. Refuses a number that is taken, and a price below zero. */
@Component
public class RecordProduct {

    private final JdbcClient db;
    private final Audit audit;

    RecordProduct(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** What it is. */
    public record Wanted(String number, String name, String category, String unit, Tax tax, Product.Price price) {}

    /** @return its id */
    @Transactional
    public long record(Actor actor, Wanted wanted) {
        check(wanted);
        long id = insert(actor, wanted);
        db.sql("insert into product_price (product_id, currency, valid_from, amount, author) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        wanted.price.currency().getCurrencyCode(),
                        wanted.price.from(),
                        wanted.price.amount(),
                        actor.name())
                .update();
        audit.write(actor, "product.recorded", "product", id, Map.of("number", wanted.number, "name", wanted.name));
        return id;
    }

    private static void check(Wanted wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.number.isBlank() || wanted.number.length() > 100) {
            problems.add(new Problem(0, "number", "Give it a number of at most 100 characters."));
        }
        if (wanted.name.isBlank() || wanted.name.length() > 300) {
            problems.add(new Problem(0, "name", "Say in at most 300 characters what it is."));
        }
        if (wanted.unit.isBlank() || wanted.unit.length() > 50 || wanted.category.length() > 100) {
            problems.add(new Problem(0, "unit", "Give a unit, such as hour, and a short category."));
        }
        if (wanted.price.amount().signum() < 0) {
            problems.add(new Problem(0, "price", "Give a price that is not below zero."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private long insert(Actor actor, Wanted wanted) {
        try {
            return db.sql("""
                    insert into product (number, name, category, unit, tax, author)
                    values (:number, :name, :category, :unit, :tax, :author)
                    returning id
                    """)
                    .param("number", wanted.number.strip())
                    .param("name", wanted.name.strip())
                    .param("category", wanted.category.strip())
                    .param("unit", wanted.unit.strip())
                    .param("tax", wanted.tax.toString())
                    .param("author", actor.name())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("number-taken", "There is a product " + wanted.number + " already.");
        }
    }
}
