package dev.dunwell.cases.web;

import dev.dunwell.access.Person;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFile;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cases/case shows.
 *
 * @param entries what was written and kept, the latest first
 * @param values what was typed; empty at first
 * @param mayNote whether the reader may write and keep
 * @param mayGive whether the reader may give it to somebody
 * @param mayEnd whether the reader may resolve or answer it
 */
public record CaseView(
        Case about,
        List<CaseFile.Entry> entries,
        List<Person> people,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayNote,
        boolean mayGive,
        boolean mayEnd) {

    private static final Set<String> FIELDS =
            Set.of("text", "paper", "owner", "dueOn", "creditNumber", "number", "why", "credited", "amount", "answer");

    public String value(String field, String usual) {
        return values.getOrDefault(field, usual);
    }

    public @Nullable String problem(String... names) {
        return Problem.at(problems, names);
    }

    /** What is wrong with no field in particular. */
    public List<Problem> otherProblems() {
        return Problem.elsewhere(problems, FIELDS);
    }

    public List<Choice> owners() {
        return people.stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    /** A number for the credit note to begin with. */
    public String creditNumber() {
        Case.About invoice = about.about();
        return invoice == null ? "" : "CN-" + invoice.number();
    }

    /** X12 element 426 and Peppol's code of what is objected to; empty for a question, and where there is none. */
    public String codes() {
        var code = about.code();
        if (code == null) {
            return "";
        }
        String x12 = code.x12().isEmpty() ? "" : "X12 " + code.x12();
        String peppol = code.peppol().isEmpty() ? "" : "Peppol " + code.peppol();
        return x12 + (x12.isEmpty() || peppol.isEmpty() ? "" : ", ") + peppol;
    }
}
