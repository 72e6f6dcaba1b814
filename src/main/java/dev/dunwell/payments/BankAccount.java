package dev.dunwell.payments;

import dev.dunwell.payments.reference.Scheme;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation receives money of one currency.
 *
 * @param number an IBAN without blanks, or what accounts are called where there is none
 * @param scheme how its bank wants references
 * @param since from when on it is the account
 */
public record BankAccount(
        Currency currency,
        String holder,
        String number,
        @Nullable String bic,
        @Nullable String bank,
        @Nullable Address address,
        Scheme scheme,
        LocalDate since) {

    private static final int FIRST_QR_IID = 30_000;
    private static final int LAST_QR_IID = 31_999;

    /** The holder's address in parts, as the Swiss QR-bill wants it. */
    public record Address(String street, String house, String postcode, String town, String country) {}

    /** At a bank that is known by its BIC; what is paid into it is named by a creditor reference, RF (ISO 11649). */
    public static BankAccount withRf(Currency currency, String holder, String iban, String bic, LocalDate since) {
        return new BankAccount(currency, holder, iban, bic, null, null, Scheme.RF, since);
    }

    /** Whether the number is an IBAN with right check digits (ISO 13616). */
    public boolean hasIban() {
        return Iban.isRight(number);
    }

    /** A Swiss account of its own for QR references: its institution's number is 30000 to 31999. */
    public boolean hasQrIban() {
        if (!isSwiss()) {
            return false;
        }
        int institution = Integer.parseInt(number.substring(4, 9), 10);
        return institution >= FIRST_QR_IID && institution <= LAST_QR_IID;
    }

    /** In Switzerland or Liechtenstein. */
    public boolean isSwiss() {
        return hasIban() && number.matches("(CH|LI).*");
    }

    /** The same account from another day on. */
    BankAccount since(LocalDate day) {
        return new BankAccount(currency, holder, number, bic, bank, address, scheme, day);
    }

    /** In groups of four when it is an IBAN. */
    public String printedNumber() {
        return hasIban() ? number.toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1 ") : number;
    }
}
