package dev.dunwell.access;

import java.util.Locale;

/** What a person or key is to an organisation. Which routes each may use is declared in the table of routes. */
public enum Role {
    ADMINISTRATOR("Administrator"),
    CREDIT_MANAGER("Credit manager"),
    COLLECTOR("Collector"),
    CLERK("Clerk"),
    SALES("Sales"),
    READ_ONLY("Read only");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in the database and in the API, {@code credit_manager}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
