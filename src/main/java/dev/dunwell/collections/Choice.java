package dev.dunwell.collections;

import org.jspecify.annotations.Nullable;

/**
 * The strategy of one customer on one day, and why it is that one.
 *
 * @param by the assignment that decided, null when the organisation has none
 * @param evidence what the book says, where conduct decided; else empty
 */
public record Choice(StrategyVersion version, @Nullable Assignment by, String evidence) {

    /** As one sentence: the strategy, by whose choice or because of what. */
    public String sentence() {
        String name = version.name();
        if (by == null) {
            return name + ", as shipped: no strategy is set up.";
        }
        String because = by.reason().isBlank() ? "." : ": " + Phrase.sentence(by.reason());
        String since = Phrase.day(by.fromOn(), by.fromOn().getYear()) + " "
                + by.fromOn().getYear();
        return switch (by.scope()) {
            case CUSTOMER -> name + ", chosen for this customer by " + by.author() + " on " + since + because;
            case SEGMENT -> name + ", for customers tagged “" + by.subject() + "”" + because;
            case CONDUCT -> name + ", because " + Phrase.sentence(evidence);
            case ORGANISATION -> name + ", as for everybody: nothing more particular applies.";
        };
    }
}
