package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Statement;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which statement is asked for. */
@Component
class StatementAsked {

    private final Knowledge knowledge;

    StatementAsked(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * As it stands in a URL or a form.
     *
     * @param kind activity, outstanding or confirmation; null: activity
     * @param from null: three months before the last day
     * @param to null: today
     * @param knownAt as in {@link Viewpoint}
     * @param rollUp whether the customers below are on it too
     */
    record Parameters(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String knownAt,
            @Nullable Boolean rollUp) {

        boolean isRolledUp() {
            return Boolean.TRUE.equals(rollUp);
        }
    }

    Asked read(Caller caller, Parameters parameters) {
        AsOf to = knowledge.see(caller, new Viewpoint(parameters.to, parameters.knownAt));
        LocalDate from = parameters.from == null ? to.day().minusMonths(3).withDayOfMonth(1) : parameters.from;
        if (from.isAfter(to.day())) {
            throw BadInput.in("from", "It is after the last day, " + to.day() + ". Give that day or an earlier one.");
        }
        return new Asked(kind(parameters.kind), from, to, caller.organisation().agingDays());
    }

    static Statement.Kind kind(@Nullable String code) {
        return code == null || code.isBlank()
                ? Statement.Kind.ACTIVITY
                : Arrays.stream(Statement.Kind.values())
                        .filter(kind -> kind.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> BadInput.in("kind", "Write activity, outstanding or confirmation."));
    }
}
