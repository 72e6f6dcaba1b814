package dev.dunwell.messaging;

import java.util.Locale;

/** How a message travels. */
public enum Way {
    MAIL("mail"),
    /** On paper: printed by us, carried by the post. */
    LETTER("letter");

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
