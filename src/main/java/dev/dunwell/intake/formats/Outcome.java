package dev.dunwell.intake.formats;

import dev.dunwell.kernel.Problem;
import java.util.List;

/** What became of one row. */
public sealed interface Outcome {

    /** It is understood. */
    record Typed(long row, TypedRow value) implements Outcome {}

    /** It says again, with the same values, what an earlier row said; nothing is to be done with it. */
    record Repeated(long row, long first) implements Outcome {}

    /** It cannot be used, for all these reasons. */
    record Wrong(long row, List<Problem> problems) implements Outcome {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
