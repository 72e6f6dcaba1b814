package dev.dunwell.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The postal addresses of customers; of each the latest counts. */
@Repository
public class PostalAddresses {

    private final JdbcClient db;

    PostalAddresses(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<PostalAddress> of(long customerId) {
        return db.sql("select lines, author from postal_address where customer_id = ? order by id desc limit 1")
                .param(customerId)
                .query((row, _) -> new PostalAddress(row.getString("lines"), row.getString("author")))
                .optional()
                .filter(address -> !address.lines().isEmpty());
    }

    void insert(long customerId, PostalAddress address) {
        db.sql("insert into postal_address (customer_id, lines, author) values (?, ?, ?)")
                .params(customerId, address.lines(), address.author())
                .update();
    }
}
