package dev.dunwell.team.web;

import dev.dunwell.access.Person;
import dev.dunwell.team.HandoverRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What team/rules shows.
 *
 * @param rules in the order they are asked
 * @param currency of the organisation, in which a band is given
 */
public record RulesView(List<HandoverRule> rules, List<Person> people, Currency currency) {

    /** Whom a rule fits, in words. */
    public String whom(HandoverRule rule) {
        List<String> parts = new ArrayList<>();
        if (!rule.tag().isEmpty()) {
            parts.add("tagged " + rule.tag());
        }
        if (!rule.language().isEmpty()) {
            parts.add("written to in " + rule.language());
        }
        if (rule.from().isPositive()) {
            parts.add("owing " + rule.from().inWords() + " or more");
        }
        if (rule.below() != null) {
            parts.add("owing less than " + Objects.requireNonNull(rule.below()).inWords());
        }
        return parts.isEmpty() ? "Everybody" : "Customers " + String.join(", ", parts);
    }

    /** To whom, in words; who left is not named. */
    public String to(HandoverRule rule) {
        String names = people.stream()
                .filter(person -> rule.people().contains(person.id()))
                .map(Person::name)
                .collect(Collectors.joining(", "));
        return rule.people().size() > 1 ? names + ", in turn" : names;
    }
}
