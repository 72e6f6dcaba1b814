package dev.dunwell.cases.web;

import dev.dunwell.access.Person;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.web.Choice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What cases/cases shows.
 *
 * @param owner as the address says it
 * @param isCut whether there may be more than are shown
 */
public record CasesView(
        CaseFilter filter,
        String owner,
        List<Case> rows,
        boolean isCut,
        List<Person> people,
        Cases.CycleTime cycleTime) {

    /** What can come first. */
    public static final List<Choice> ORDERS = List.of(
            new Choice("due", "To be settled first"),
            new Choice("age", "Oldest first"),
            new Choice("amount", "Most at stake first"));

    public static final List<Choice> STATES =
            List.of(new Choice("open", "Open"), new Choice("closed", "Closed"), new Choice("all", "All"));

    public List<Choice> owners() {
        List<Choice> owners = new ArrayList<>(
                List.of(new Choice("", "Anybody"), new Choice("mine", "Mine"), new Choice("nobody", "Nobody yet")));
        people.forEach(person -> owners.add(new Choice(Long.toString(person.id()), person.name())));
        return owners;
    }

    public String state() {
        return filter.state().name().toLowerCase(Locale.ROOT);
    }

    public String order() {
        return filter.order().name().toLowerCase(Locale.ROOT);
    }

    public String kind() {
        return filter.kind() == null ? "" : filter.kind().code();
    }

    public boolean isFiltered() {
        return !filter.equals(CaseFilter.OPEN);
    }

    /** The same view of another kind. */
    public String address(Case.@Nullable Kind kind) {
        return (kind == null ? "/cases" : "/" + kind.resource()) + "?" + query();
    }

    public String download() {
        return "/cases.csv?kind=" + kind() + "&" + query();
    }

    private String query() {
        return "state=" + state() + "&owner=" + owner + "&order=" + order() + "&q="
                + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8);
    }
}
