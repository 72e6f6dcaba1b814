package dev.dunwell.collections.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.web.Choice;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What collections/log shows: one form beside a customer, as it was typed, with what is wrong at its field.
 *
 * @param kinds the forms that the reader may use
 * @param from the list one goes through, null when there is none
 * @param people who can be spoken with
 * @param items what is open, for what it is about
 * @param currency what an amount is in unless the form says otherwise
 * @param values what was typed; empty at first
 * @param focus whether the first field asks for the keyboard
 */
public record LogView(
        Customer customer,
        LogKind kind,
        List<LogKind> kinds,
        @Nullable String from,
        List<Contact> people,
        List<OpenItem> items,
        Currency currency,
        Map<String, String> values,
        List<Problem> problems,
        boolean focus) {

    private static final Set<String> FIELDS = Set.of(
            "contact",
            "outcome",
            "expected",
            "currency",
            "expectedOn",
            "noExpectation",
            "text",
            "amount",
            "dueOn",
            "invoice",
            "until",
            "reason",
            "code",
            "method",
            "part");

    static String url(long customerId, LogKind kind, @Nullable String from) {
        return "/customers/" + customerId + "/log?kind=" + kind.code() + (from == null ? "" : "&from=" + from);
    }

    public String url(LogKind other) {
        return url(customer.id(), other, from);
    }

    public String action() {
        return "/customers/" + customer.id() + "/" + kind.resource();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, by any of the names that acts give it. */
    public @Nullable String problem(String... names) {
        return Problem.at(problems, names);
    }

    /** What is wrong with no field in particular. */
    public List<Problem> otherProblems() {
        return Problem.elsewhere(problems, FIELDS);
    }

    public List<Choice> contacts() {
        return people.stream()
                .map(person -> new Choice(Long.toString(person.id()), label(person)))
                .toList();
    }

    public List<Choice> invoices() {
        return items.stream()
                .map(item -> new Choice(Long.toString(item.id()), item.number() + ", " + item.open()))
                .toList();
    }

    public List<Choice> currencies() {
        return Stream.concat(
                        Stream.of(currency),
                        items.stream().map(item -> item.open().currency()))
                .distinct()
                .map(each -> new Choice(each.getCurrencyCode(), each.getCurrencyCode()))
                .toList();
    }

    private static String label(Contact person) {
        String phone = person.details().phone();
        return person.details().name() + (phone == null ? "" : ", " + phone);
    }
}
