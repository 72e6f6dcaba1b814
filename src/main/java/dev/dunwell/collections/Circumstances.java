package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the guards of the {@link StageMachine} ask about, on one day.
 *
 * @param missing what the invoice lacks before it may be sent, each as a noun: "an order reference"
 * @param unanswered the claims before pressure that are not shown: "the invoice was received"
 * @param deadlineOn the last day of the final notice, given or about to be given
 */
public record Circumstances(
        LocalDate today,
        LocalDate dueOn,
        List<String> missing,
        List<String> unanswered,
        @Nullable LocalDate deadlineOn) {

    public Circumstances {
        missing = List.copyOf(missing);
        unanswered = List.copyOf(unanswered);
    }

    /** The same where this is missing too. */
    Circumstances lacking(List<String> more) {
        List<String> all = new ArrayList<>(missing);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new Circumstances(today, dueOn, all, unanswered, deadlineOn);
    }

    /** Of an item on a day; {@code deadlineOn} is the one in force, or the one that a notice of today would give. */
    public static Circumstances of(Situation s, LocalDate today, @Nullable LocalDate deadlineOn) {
        List<String> unanswered = new ArrayList<>();
        for (PressureQuestion question : PressureQuestion.values()) {
            if (s.journey().doubt(question) != null) {
                unanswered.add(question.claim());
            }
        }
        List<String> missing =
                s.journey().lacksOrder() ? List.of("the order reference the customer demands") : List.of();
        return new Circumstances(today, s.dueOn(), missing, unanswered, deadlineOn);
    }
}
