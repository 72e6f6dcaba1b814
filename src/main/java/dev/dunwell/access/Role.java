package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.util.Locale;
import java.util.Map;

/** What a person or key is to an organisation. Which routes each may use is declared in the table of routes. */
public enum Role {
    ADMINISTRATOR("Administrator"),
    CREDIT_MANAGER("Credit manager"),
    COLLECTOR("Collector"),
    CLERK("Clerk"),
    SALES("Sales"),
    READ_ONLY("Read only"),
    /** Somebody of an agency: no page of the house is for them but those of what was placed with it. */
    AGENCY("Agency");

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

    /**
     * From a form or a program.
     *
     * @throws BadInput when there is no such role
     */
    public static Role read(String code) {
        var fields = new SettingFields(Map.of("role", code));
        Role role = fields.role("role");
        fields.check();
        return role;
    }

    /** From the database. */
    static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
