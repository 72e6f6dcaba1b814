package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;

/** What opening a file came to: a table that can be read, or the reason why it is not one. */
public sealed interface Opened permits Table, Opened.Refused {

    /** The file is not taken at all; nothing of it was read. */
    record Refused(Problem why) implements Opened {

        static Refused because(String message) {
            return new Refused(new Problem(0, "", message));
        }
    }
}
