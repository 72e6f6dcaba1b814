package dev.dunwell.messaging;

import java.util.Locale;

/** How a message travels. */
public enum Way {
    MAIL("mail"),
    /** On paper: printed by us, carried by the post. */
    LETTER("letter"),
    /** A short message to a telephone, through the organisation's own gateway. */
    SMS("text message"),
    /** A notice behind the payer's door; it waits there until somebody comes. */
    PORTAL("notice");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Way ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
