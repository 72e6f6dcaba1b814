package dev.dunwell.briefs.web;

import dev.dunwell.briefs.PinnedFact;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contact;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What briefs/pins shows.
 *
 * @param contacts the customer's people, of whom something may be pinned
 * @param values what was typed, by field
 * @param mayPin whether to offer the form and the way back
 */
public record PinsView(
        long customerId,
        List<PinnedFact> pins,
        List<Contact> contacts,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayPin) {

    public List<Choice> people() {
        return contacts.stream()
                .map(each ->
                        new Choice(String.valueOf(each.id()), each.details().name()))
                .toList();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
