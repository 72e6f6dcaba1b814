package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code sql/collections/items.sql}, before the customer's facts are joined to it. */
record OpenRow(
        long invoiceId,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Currency currency,
        long amount,
        long open,
        long due,
        int lastStep,
        @Nullable LocalDate lastStepOn,
        @Nullable LocalDate disputedOn,
        @Nullable Long disputed,
        Party.@Nullable Hold held,
        OpenCase.@Nullable Standing standing,
        long lastVersionId,
        Journey journey,
        Matters matters,
        Marks marks) {

    static OpenRow of(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        LocalDate heldUntil = row.getObject("held_until", LocalDate.class);
        return new OpenRow(
                row.getLong("id"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                currency,
                row.getLong("amount"),
                row.getLong("open_amount"),
                row.getLong("due_amount"),
                row.getInt("last_step"),
                row.getObject("last_step_on", LocalDate.class),
                row.getObject("disputed_on", LocalDate.class),
                row.getObject("disputed_amount", Long.class),
                heldUntil == null ? null : new Party.Hold(heldUntil, row.getString("held_reason")),
                standing(row),
                row.getLong("last_version_id"),
                JourneyRow.of(row),
                Matters.of(row, currency),
                Marks.of(
                        row.getObject("placed_on", LocalDate.class),
                        row.getObject("debited_since", LocalDate.class),
                        row.getObject("debit_on", LocalDate.class)));
    }

    private static OpenCase.@Nullable Standing standing(ResultSet row) throws SQLException {
        long id = row.getLong("decision_id");
        if (id == 0) {
            return null;
        }
        var decision = new Decision(
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                Stage.values()[row.getInt("stage") - 1],
                row.getInt("step"),
                ReasonCode.valueOf(row.getString("code")),
                row.getString("reason"),
                row.getObject("next_on", LocalDate.class));
        return new OpenCase.Standing(id, decision);
    }

    /** What of these items is past due on a day, by currency code. */
    static Map<String, Arrears> arrears(List<OpenRow> items, LocalDate today) {
        Map<String, Arrears> arrears = new HashMap<>();
        for (OpenRow item : items) {
            if (item.dueOn.isBefore(today)) {
                arrears.merge(
                        item.currency.getCurrencyCode(),
                        Arrears.of(new Money(item.open, item.currency), item.dueOn),
                        Arrears::plus);
            }
        }
        return arrears;
    }

    /**
     * @param creditForIt and tolerance in minor units of the item's currency
     * @param answeredOn the last day on which the customer answered
     */
    OpenCase with(Party party, long creditForIt, long tolerance, @Nullable LocalDate answeredOn) {
        Matters.Disputed part = disputedPart(tolerance);
        long asked = part == null ? due : Math.min(due, open - part.part().minor());
        var situation = new Situation(
                number,
                issuedOn,
                dueOn,
                new Money(amount, currency),
                new Money(open, currency),
                new Money(asked, currency),
                new Money(creditForIt, currency),
                lastStep,
                lastStepOn,
                part == null ? disputedOn : null,
                held,
                new Money(tolerance, currency),
                party,
                new Progress(lastVersionId, journey.received().confirmsDelivery(), answeredOn, journey),
                part == null ? matters : matters.with(part),
                marks);
        return new OpenCase(invoiceId, situation, standing);
    }

    /** Null when nothing is disputed, and when what is not disputed is within the tolerance: then all of it is. */
    private Matters.@Nullable Disputed disputedPart(long tolerance) {
        return disputedOn == null || disputed == null || open - disputed <= tolerance
                ? null
                : new Matters.Disputed(new Money(disputed, currency), disputedOn);
    }
}
