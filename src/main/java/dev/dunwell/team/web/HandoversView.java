package dev.dunwell.team.web;

import dev.dunwell.access.Person;
import dev.dunwell.team.Handover;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an account or a single invoice, who did before, and the form to give it to somebody else.
 *
 * @param action what the form is posted to
 * @param none what it means when nobody is chosen
 * @param now the person who has it, by id; null when nobody has
 * @param mayHandOver whether the form is shown
 */
public record HandoversView(
        String action,
        String none,
        @Nullable Long now,
        List<Person> people,
        List<Handover> history,
        boolean mayHandOver) {

    /** Who works here, with the role of each. */
    static List<Choice> choices(List<Person> people) {
        return people.stream()
                .map(person -> new Choice(
                        String.valueOf(person.id()),
                        person.name() + ", " + person.role().title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    public List<Choice> choices() {
        return choices(people);
    }

    public String nowName() {
        return people.stream()
                .filter(person -> Long.valueOf(person.id()).equals(now))
                .map(Person::name)
                .findFirst()
                .orElse(now == null ? none : "Somebody who left");
    }

    public String value() {
        return now == null ? "" : now.toString();
    }
}
