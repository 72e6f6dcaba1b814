package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Withdrawal;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One payment with everything that became of it.
 *
 * @param customerName empty while the payer is unknown
 * @param settled what it settles and settled, in the order of the days
 * @param gone what left it otherwise
 * @param invoices the customer's open ones that it could settle
 * @param mayUse whether the reader may apply, identify, move and reverse it
 * @param mayRefund whether the reader may pay it back
 * @param values what was typed
 */
public record PaymentView(
        Payment payment,
        String customerName,
        List<Allocation> settled,
        List<Withdrawal> gone,
        List<Choice> invoices,
        boolean mayUse,
        boolean mayRefund,
        Map<String, String> values,
        List<Problem> problems) {

    public boolean hasRest() {
        return payment.unapplied().isPositive();
    }

    public String value(String field, String otherwise) {
        return values.getOrDefault(field, otherwise);
    }

    /** Whether one of these fields was sent and came back, so that its form is to be seen. */
    public boolean isTried(String... fields) {
        return Stream.of(fields).anyMatch(field -> values.containsKey(field) || problem(field) != null);
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
