package dev.dunwell.reach.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.MobileNumber;
import dev.dunwell.reach.OptOut;
import dev.dunwell.reach.Place;
import dev.dunwell.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reach/reach and reach/reaching show: whether and how a customer may be reached.
 *
 * @param values what was typed, by field
 * @param mayChange whether to offer the forms
 */
public record ReachView(
        Customer customer,
        List<Condition> conditions,
        List<OptOut> optOuts,
        List<Place> places,
        List<MobileNumber> mobiles,
        List<Contact> contacts,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayChange) {

    public String url() {
        return "/customers/" + customer.id();
    }

    public boolean isEmpty() {
        return conditions.isEmpty() && optOuts.isEmpty() && places.isEmpty() && mobiles.isEmpty();
    }

    public List<Choice> kinds() {
        return Arrays.stream(Condition.Kind.values())
                .map(kind -> new Choice(kind.code(), kind.title()))
                .toList();
    }

    public List<Choice> channels() {
        return Arrays.stream(OptOut.Via.values())
                .map(via -> new Choice(via.code(), via.title()))
                .toList();
    }

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
