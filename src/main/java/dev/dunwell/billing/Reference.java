package dev.dunwell.billing;

import java.time.LocalDate;
import java.util.Locale;

/** A rate that a central bank publishes and statutes build on; one figure counts for each half-year. */
public enum Reference {
    ECB("ECB main refinancing rate"),
    DE_BASE("German base rate (BGB § 247)"),
    AT_BASE("Austrian base rate"),
    UK_BASE("Bank of England base rate");

    private final String title;

    Reference(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In files, the database and forms, {@code de_base}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reference ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The first day of the half-year that a day lies in. */
    public static LocalDate halfYear(LocalDate day) {
        return LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
    }
}
