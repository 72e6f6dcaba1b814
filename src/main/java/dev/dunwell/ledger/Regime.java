package dev.dunwell.ledger;

import java.util.Locale;

/** Whose law says what late payment costs. The rules themselves are dated data of the billing module. */
public enum Regime {
    NONE("No statutory interest"),
    AT("Austria"),
    DE("Germany"),
    ES("Spain"),
    EU("European Union, the directive itself"),
    FR("France"),
    UK("United Kingdom");

    private final String title;

    Regime(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In the database and in forms, {@code de}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Regime ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
