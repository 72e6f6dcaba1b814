package dev.dunwell.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a posting moves, as a role; the number it has in the general ledger is the organisation's own. */
public enum Account {
    RECEIVABLES("Receivables", "1400", true),
    ON_ACCOUNT("Payments on account", "1593", true),
    OPEN_CREDITS("Credit notes not yet used", "1731", true),
    CASH("Cash", "1200", false),
    UNIDENTIFIED("Payments of unknown payers", "1594", false),
    REVENUE("Revenue", "8400", false),
    OPENING_BALANCE("Opening balances", "9008", false),
    CREDIT_NOTES("Credit notes given", "8700", false),
    DISCOUNTS("Discounts taken", "8730", false),
    DEDUCTIONS("Deductions", "8701", false),
    WRITE_OFFS("Write-offs", "2400", false),
    INTEREST_INCOME("Interest", "2650", false),
    FEES("Fees", "2700", false),
    REFUNDS("Refunds under way", "1790", false),
    TRANSFERS("Transfers between customers", "1792", false),
    FX_DIFFERENCE("Exchange differences", "2660", false);

    private final String title;
    private final String example;
    private final boolean isOfCustomer;

    Account(String title, String example, boolean isOfCustomer) {
        this.title = title;
        this.example = example;
        this.isOfCustomer = isOfCustomer;
    }

    /** As the database and the API name it, {@code write_offs}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Account> ofCode(String code) {
        return Arrays.stream(values())
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /** A number that would fit in the German standard chart SKR 03; only a hint. */
    public String example() {
        return example;
    }

    /** Whether it is part of what a customer owes or is owed: these accounts together are a customer's balance. */
    public boolean isOfCustomer() {
        return isOfCustomer;
    }
}
