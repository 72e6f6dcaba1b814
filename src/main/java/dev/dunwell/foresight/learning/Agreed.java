package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about an open invoice and how far that can be relied on; it moves when its money is expected.
 *
 * @param parts of the open amount with their days, together at most all of it: one of a promise, several of a plan
 * @param word how often such words were kept
 * @param disputed the share of the amount that is contested, from 0 to 1
 * @param settledOn when a dispute like this one is over, nothing of what is contested being paid before; null for none
 * @param because in words
 */
public record Agreed(
        List<Part> parts,
        Word word,
        double disputed,
        @Nullable LocalDate settledOn,
        String because) {

    /** A share of the open amount that is to come on a day. */
    public record Part(LocalDate on, double share) {}

    /** The same in minor units. */
    public record Share(LocalDate on, long minor) {}

    /**
     * Words kept: the customer's own, and everybody's for whom little of its own is known.
     *
     * @param kept of {@code judged}
     * @param bookKept of {@code bookJudged}, over the whole book
     */
    public record Word(int kept, int judged, int bookKept, int bookJudged) {

        /** Nobody gave one. */
        public static final Word NONE = new Word(0, 0, 0, 0);

        /**
         * The customer's own count two more words kept as often as the book's, and these one of each kind (Laplace).
         */
        double chance() {
            double book = (bookKept + 1.0) / (bookJudged + 2.0);
            return (kept + 2 * book) / (judged + 2);
        }
    }

    public Agreed {
        parts = List.copyOf(parts);
    }

    /**
     * @param promised what is to come when
     * @param contested what is in dispute, and when that is over; null for nothing
     * @param open what is open, in the same minor units, above zero
     */
    public static Agreed of(List<Share> promised, Word word, @Nullable Share contested, long open, String because) {
        return new Agreed(
                promised.stream()
                        .map(each -> new Part(each.on, Math.min(1, (double) each.minor / open)))
                        .toList(),
                word,
                contested == null ? 0 : Math.min(1, (double) contested.minor / open),
                contested == null ? null : contested.on,
                because);
    }

    /** The share that is to come before a day if the word is kept. */
    double dueBefore(LocalDate day) {
        double due = parts.stream()
                .filter(part -> part.on.isBefore(day))
                .mapToDouble(Part::share)
                .sum();
        return Math.min(1, due);
    }

    /** The share of which something is said. */
    double covered() {
        return Math.min(1, parts.stream().mapToDouble(Part::share).sum());
    }
}
