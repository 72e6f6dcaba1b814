package dev.dunwell.collections;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence above a customer: what happens next, when, and why. Pure; written from the decisions that stand.
 *
 * @param kind what sort of thing is next, for its sign
 * @param sentence what happens next
 * @param because why, and what follows; may be empty
 * @param about the number of the invoice that the sentence is about, null when it is about none
 */
public record NextStep(
        Kind kind,
        String sentence,
        String because,
        @Nullable String about) {

    /** What sort of thing is next. */
    public enum Kind {
        PERSON,
        SENDING,
        NOTHING_SENT,
        WAITING
    }

    /** @param need null when nobody is needed */
    public static NextStep of(NextSteps.@Nullable Need need, List<NextSteps.Item> items) {
        if (items.isEmpty()) {
            return new NextStep(
                    Kind.WAITING, "Nothing is open, so nothing is sent.", "The next invoice starts a new round.", null);
        }
        NextSteps.Item leading = leading(items);
        if (need != null) {
            String step =
                    need.nextSmall().isBlank() ? need.nextStep() : need.nextStep() + " (" + need.nextSmall() + ")";
            return new NextStep(Kind.PERSON, Phrase.sentence(step), need.why(), leading.number());
        } else if (leading.action() == Action.SEND && !leading.isSent()) {
            return new NextStep(Kind.SENDING, "Tonight: " + leading.reason(), others(leading, items), leading.number());
        } else if (leading.action() == Action.HOLD) {
            return new NextStep(
                    Kind.NOTHING_SENT, "Nothing is sent: " + inside(leading), others(leading, items), leading.number());
        } else {
            return new NextStep(Kind.WAITING, leading.reason(), others(leading, items), leading.number());
        }
    }

    private static NextSteps.Item leading(List<NextSteps.Item> items) {
        return items.stream()
                .min(Comparator.<NextSteps.Item, Boolean>comparing(i -> i.action() != Action.SEND || i.isSent())
                        .thenComparing(NextSteps.Item::nextOn))
                .orElseThrow();
    }

    /** The reason as the second half of a sentence. An invoice number at its start keeps its capitals. */
    private static String inside(NextSteps.Item item) {
        String reason = item.reason();
        return reason.startsWith(item.number())
                ? reason
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    private static String others(NextSteps.Item leading, List<NextSteps.Item> items) {
        List<NextSteps.Item> others = items.stream()
                .filter(item -> !item.equals(leading) && !item.reason().equals(leading.reason()))
                .toList();
        if (others.isEmpty()) {
            return items.size() == 1 ? "About " + leading.number() + "." : "About all " + items.size() + " open items.";
        }
        NextSteps.Item second = others.getFirst();
        String more = others.size() == 1 ? "" : " %d more have their own next day.".formatted(others.size() - 1);
        return "About %s. %s: %s%s".formatted(leading.number(), second.number(), second.reason(), more);
    }
}
