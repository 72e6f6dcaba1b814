package dev.dunwell.collections.web;

import dev.dunwell.collections.Action;
import dev.dunwell.collections.Decision;
import dev.dunwell.collections.Explanation;
import dev.dunwell.collections.Gate;
import dev.dunwell.collections.Situation;
import dev.dunwell.collections.Why;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What collections/why shows: one invoice on one day.
 *
 * @param day the day asked about
 * @param previousDay the working day before it
 * @param nextDay the working day after it
 * @param isPast whether the day lies before the organisation's today
 * @param mayWork whether to offer to hold or call
 */
public record WhyView(
        Why.Answer answer, LocalDate day, LocalDate previousDay, LocalDate nextDay, boolean isPast, boolean mayWork) {

    public Decision decision() {
        return answer.decision();
    }

    public String number() {
        return answer.invoiceNumber();
    }

    public @Nullable Situation situation() {
        return answer.situation();
    }

    public @Nullable Explanation explanation() {
        return answer.explanation();
    }

    /** The question of the page, without the day. */
    public String question() {
        boolean sends = decision().action() == Action.SEND;
        boolean calls = decision().action() == Action.CALL;
        if (sends) {
            return (isPast ? "Why was a letter written for " : "Why is a letter written for ") + number();
        } else if (calls) {
            return (isPast ? "Why was a call due for " : "Why is a call due for ") + number();
        } else {
            return (isPast ? "Why was nothing sent for " : "Why is nothing sent for ") + number();
        }
    }

    public Icon icon() {
        return switch (decision().action()) {
            case SEND -> Icon.SEND;
            case CALL -> Icon.CALL;
            case WAIT -> Icon.WAIT;
            case HOLD -> Icon.STOP;
        };
    }

    /** What was decided, as one sentence. */
    public String sentence() {
        return switch (decision().action()) {
            case SEND, CALL, WAIT -> decision().reason();
            case HOLD -> "Held: " + decision().reason();
        };
    }

    /** Days since the due date on that day; negative before it. */
    public int daysOverdue() {
        Situation item = situation();
        return item == null ? 0 : (int) ChronoUnit.DAYS.between(item.dueOn(), day);
    }

    /** What the answers rest on, in a sentence or two. */
    public String basis() {
        String kept =
                answer.isKept() ? "Decided and kept for that day. " : isPast ? "Nothing was kept for that day. " : "";
        String from = switch (answer.basis()) {
            case NOW -> "The questions are answered from the facts known now.";
            case KNOWN_THEN ->
                answer.isKept()
                        ? "The questions are answered anew from what was known when it was decided."
                        : "The questions are answered from what was known at its end.";
            case DATED_UNTIL_THEN ->
                "The questions are answered from the facts dated until that day, some of which may have been entered later.";
        };
        String otherwise = answer.isDecidedOtherwise()
                ? " By today’s rules and settings it would be decided otherwise; what stands above is what was decided then."
                : "";
        return kept + from + otherwise;
    }

    /** All that was decided that day, when it was more than one thing. */
    public List<Why.Kept> course() {
        return answer.kept().size() > 1 || !answer.isKept() ? answer.kept() : List.of();
    }

    /** The questions that were asked, those that stop first. */
    public List<Gate.Line> asked() {
        return gate().stream()
                .filter(line -> line.verdict() != Gate.Verdict.NOT_ASKED)
                .sorted(java.util.Comparator.comparing(line -> line.verdict() == Gate.Verdict.NO))
                .toList();
    }

    public List<Gate.Line> notAsked() {
        return gate().stream()
                .filter(line -> line.verdict() == Gate.Verdict.NOT_ASKED)
                .toList();
    }

    /** How many questions were answered in this way. */
    public long count(Gate.Verdict verdict) {
        return gate().stream().filter(line -> line.verdict() == verdict).count();
    }

    public List<Gate.Line> gate() {
        Explanation all = explanation();
        return all == null ? List.of() : all.gate();
    }
}
