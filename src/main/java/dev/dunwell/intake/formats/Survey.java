package dev.dunwell.intake.formats;

import java.util.List;

/** Watches one column from its first value to its last to find out how its values are written. */
interface Survey {

    /**
     * Looks at one value that is not empty.
     *
     * @param exact whether the file itself says that this is a number or a date
     */
    void see(String value, boolean exact, long row);

    /** What can be told after the last row: one settled convention, a question, or nothing where nothing can differ. */
    Verdict verdict(String column);

    /** One of the two lists has one entry, or both are empty. */
    record Verdict(List<Convention> settled, List<Question> open) {

        static Verdict settled(Convention convention) {
            return new Verdict(List.of(convention), List.of());
        }

        static Verdict open(Question question) {
            return new Verdict(List.of(), List.of(question));
        }
    }
}
