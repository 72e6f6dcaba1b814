package dev.dunwell.intake;

import java.io.Serial;

/** The file cannot be read as a table; the message says why and what to do. */
final class NoTable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NoTable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
