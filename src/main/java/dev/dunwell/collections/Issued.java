package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;

/** An invoice that comes in while a simulation is under way: nothing happened with it yet. */
final class Issued {

    private Issued() {}

    /** From a row of {@code sql/collections/simulated-issued.sql}; its customer's facts are joined when it comes. */
    static OpenCase of(ResultSet row, long tolerance) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var amount = new Money(row.getLong("amount"), currency);
        var situation = new Situation(
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                amount,
                amount,
                amount,
                Money.zero(currency),
                0,
                null,
                null,
                null,
                new Money(tolerance, currency),
                Party.NOBODY,
                Progress.NONE,
                Matters.NONE,
                Marks.NONE);
        return new OpenCase(row.getLong("id"), situation, null);
    }
}
