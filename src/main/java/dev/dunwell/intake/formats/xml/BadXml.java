package dev.dunwell.intake.formats.xml;

import java.io.Serial;

/** XML that is damaged or wants more than is given to it; the message says what is wrong and what to do. */
public final class BadXml extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BadXml(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
