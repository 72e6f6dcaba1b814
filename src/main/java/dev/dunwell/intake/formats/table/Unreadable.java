package dev.dunwell.intake.formats.table;

import java.io.Serial;

/** A file's bytes are not what they should be; the message says what is wrong and what to do. */
final class Unreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;

    Unreadable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
