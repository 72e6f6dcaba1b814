package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The scenarios that are kept. */
@Repository
public class Scenarios {

    private final JdbcClient db;

    Scenarios(JdbcClient db) {
        this.db = db;
    }

    /** Those that nobody removed, by name. */
    @Transactional(readOnly = true)
    public List<Scenario> all() {
        return db.sql("select * from scenario where removed_on is null order by lower(name)")
                .query((row, _) -> scenario(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Scenario> byId(long id) {
        return db.sql("select * from scenario where id = :id")
                .param("id", id)
                .query((row, _) -> scenario(row))
                .optional();
    }

    private static Scenario scenario(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Scenario(
                row.getLong("id"),
                row.getString("name"),
                row.getString("tag"),
                new Assumptions(
                        row.getBigDecimal("capital_percent").stripTrailingZeros(),
                        row.getBigDecimal("loss_percent").stripTrailingZeros(),
                        Money.ofMinor(row.getLong("chasing_cost"), currency)),
                new Lever(
                        Lever.Kind.read(row.getString("kind")).orElseThrow(),
                        row.getBigDecimal("price").stripTrailingZeros(),
                        row.getBigDecimal("uptake").stripTrailingZeros(),
                        row.getInt("days"),
                        row.getInt("parts"),
                        row.getInt("every_days"),
                        Money.ofMinor(row.getLong("handling"), currency)),
                row.getObject("as_of", LocalDate.class),
                Money.ofMinor(row.getLong("net"), currency),
                row.getBigDecimal("days_gained"),
                row.getString("author"));
    }
}
