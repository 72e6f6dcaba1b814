package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rows of a file are about, and with it what its columns can be mapped to and which of that is needed. */
public enum Kind {
    /** Not told: what it is, the file says itself. */
    ANY(List.of(), List.of()),
    CUSTOMERS(
            List.of(List.of(NUMBER), List.of(NAME)),
            List.of(PARENT_NUMBER, LANGUAGE, ZONE, CURRENCY, TAGS, OWNER_EMAIL)),
    CONTACTS(List.of(List.of(CUSTOMER_NUMBER), List.of(NAME)), List.of(EMAIL, PHONE, ROLE, LANGUAGE)),
    INVOICES(
            List.of(
                    List.of(CUSTOMER_NUMBER, CUSTOMER_NAME),
                    List.of(NUMBER),
                    List.of(ISSUED_ON),
                    List.of(DUE_ON),
                    List.of(AMOUNT),
                    List.of(CURRENCY)),
            List.of(OPEN_AMOUNT, SETTLED_ON, DISPUTED)),
    CREDIT_NOTES(
            List.of(
                    List.of(CUSTOMER_NUMBER, CUSTOMER_NAME),
                    List.of(NUMBER),
                    List.of(ISSUED_ON),
                    List.of(AMOUNT),
                    List.of(CURRENCY)),
            List.of(OPEN_AMOUNT, REFERENCE)),
    PAYMENTS(
            List.of(List.of(CUSTOMER_NUMBER, INVOICE_NUMBER), List.of(AMOUNT), List.of(CURRENCY), List.of(RECEIVED_ON)),
            List.of(REFERENCE)),
    BILLABLES(
            List.of(
                    List.of(CUSTOMER_NUMBER),
                    List.of(DELIVERED_ON),
                    List.of(DESCRIPTION),
                    List.of(PRICE),
                    List.of(CURRENCY),
                    List.of(TAX)),
            List.of(NUMBER, ORIGIN, QUANTITY, UNIT, AMOUNT, REFERENCE)),
    E_INVOICES(
            List.of(
                    List.of(CUSTOMER_NUMBER),
                    List.of(NUMBER),
                    List.of(ISSUED_ON),
                    List.of(DUE_ON),
                    List.of(AMOUNT),
                    List.of(CURRENCY)),
            List.of(CUSTOMER_NAME, REFERENCE, CREDIT, DOCUMENT));

    @SuppressWarnings("ImmutableEnumChecker") // both are lists that cannot be changed
    private final List<List<Target>> needed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Target> targets;

    /**
     * What it has.
     *
     * @param needed of each inner list at least one target must be mapped
     */
    Kind(List<List<Target>> needed, List<Target> optional) {
        this.needed = needed;
        List<Target> all = new ArrayList<>();
        needed.forEach(all::addAll);
        all.addAll(optional);
        this.targets = List.copyOf(all);
    }

    /** The name in the database and in the API, {@code invoices}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All it has, the needed ones first. */
    public List<Target> targets() {
        return targets;
    }

    /** What a mapping still lacks; alternatives are told as one, {@code customer_number or customer_name}. */
    public List<String> missing(Mapping mapping) {
        return needed.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(mapping::has))
                .map(alternatives -> String.join(
                        " or ", alternatives.stream().map(Target::key).toList()))
                .toList();
    }
}
