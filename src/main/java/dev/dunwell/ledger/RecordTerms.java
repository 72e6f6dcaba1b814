package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down terms: the first version of a name, or its next one. Refuses what {@link TermsRules} refuses, a version
 * that begins before the one it follows, one that changes nothing, and a name such as {@code net 30} for terms that say
 * something else.
 */
@Component
public class RecordTerms {

    private static final int LONGEST_NAME = 60;

    private final TermsBook book;
    private final Audit audit;

    RecordTerms(TermsBook book, Audit audit) {
        this.book = book;
        this.audit = audit;
    }

    /**
     * @param validFrom the first day on which an invoice is issued under it
     * @param isNew whether the name is to be a new one
     */
    public record Wanted(String name, @Nullable LocalDate validFrom, TermsDraft draft, boolean isNew) {}

    @Transactional
    public TermsVersion record(Actor actor, Wanted wanted) {
        Optional<TermsVersion> last = book.versions(wanted.name()).stream().findFirst();
        check(wanted, last.orElse(null));
        Conditions conditions = wanted.draft().conditions();
        LocalDate validFrom = Objects.requireNonNull(wanted.validFrom());
        int number = last.map(TermsVersion::number).orElse(0) + 1;
        if (!book.insert(wanted.name(), number, validFrom, conditions, actor)) {
            throw Refusal.conflict(
                    "version-taken",
                    "Somebody else wrote version " + number + " of " + wanted.name() + " meanwhile. Look at it first.");
        }
        TermsVersion written = book.versions(wanted.name()).getFirst();
        audit.write(
                actor,
                "terms.recorded",
                "terms",
                written.id(),
                Map.of("terms", written.title(), "validFrom", validFrom.toString(), "says", conditions.inWords()));
        return written;
    }

    private static void check(Wanted wanted, @Nullable TermsVersion last) {
        List<Problem> problems = new ArrayList<>(TermsRules.problems(wanted.draft()));
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            problems.add(new Problem(0, "name", "Give a name of at most 60 characters."));
        }
        if (wanted.isNew() && last != null) {
            problems.add(new Problem(0, "name", "There are terms of this name. Write their next version instead."));
        }
        if (wanted.validFrom() == null) {
            problems.add(new Problem(0, "validFrom", "Say from which day on invoices are issued under it."));
        } else if (last != null && wanted.validFrom().isBefore(last.validFrom())) {
            problems.add(new Problem(
                    0,
                    "validFrom",
                    "Version %d is valid from %s. Give that day or a later one."
                            .formatted(last.number(), last.validFrom())));
        }
        if (problems.isEmpty()) {
            problems.addAll(contradictions(wanted.name(), wanted.draft().conditions(), last));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static List<Problem> contradictions(String name, Conditions conditions, @Nullable TermsVersion last) {
        if (last != null && last.conditions().equals(conditions)) {
            return List.of(new Problem(0, "name", "This is what version " + last.number() + " says already."));
        } else if (PlainTerms.isPlain(name) && !name.equals(PlainTerms.name(conditions))) {
            return List.of(new Problem(
                    0,
                    "name",
                    "Terms called “" + name + "” must say so; these are “" + PlainTerms.name(conditions) + "”."));
        } else {
            return List.of();
        }
    }
}
