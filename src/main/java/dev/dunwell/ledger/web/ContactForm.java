package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact being written or changed; what was typed is kept through errors.
 *
 * @param contactId null while it is new
 * @param values what stands in the fields, by their names
 */
public record ContactForm(
        long customerId,
        String customerName,
        @Nullable Long contactId,
        Map<String, String> values,
        List<Problem> problems) {

    public String title() {
        return contactId == null ? "New contact" : "Contact";
    }

    public String action() {
        return contactId == null ? "/customers/" + customerId + "/contacts" : "/contacts/" + contactId;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
