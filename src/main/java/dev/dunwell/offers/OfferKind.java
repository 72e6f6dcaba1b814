package dev.dunwell.offers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be offered. */
public enum OfferKind {
    DUE_DAY("Another due day"),
    INSTALMENTS("Smaller parts, more often"),
    LONGER_TERMS("Longer terms"),
    AUTOPAY("Direct debit with a thank-you"),
    EARLY_PAYMENT("Early-payment discount"),
    REBATE("Rebate for a year on time");

    private final String title;

    OfferKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in the database and in the form, {@code due_day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OfferKind> read(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
