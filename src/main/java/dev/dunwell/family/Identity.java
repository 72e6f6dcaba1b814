package dev.dunwell.family;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a business beyond its number; null is not known.
 *
 * @param taxNumber as its country writes it, VAT identification or other, without blanks
 * @param iban ISO 13616, without blanks
 */
public record Identity(@Nullable String taxNumber, @Nullable String iban) {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int MODULUS = 97;

    /** As people type them: blanks taken out, in capitals. */
    public static Identity typed(@Nullable String taxNumber, @Nullable String iban) {
        return new Identity(plain(taxNumber), plain(iban));
    }

    private static @Nullable String plain(@Nullable String typed) {
        String plain = typed == null ? "" : typed.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? null : plain;
    }

    /** Whether the check digits fit (ISO 7064, MOD 97-10); none is right too. */
    public boolean hasRightIban() {
        return iban == null || IBAN.matcher(iban).matches() && remainder(iban.substring(4) + iban.substring(0, 4)) == 1;
    }

    private static int remainder(String moved) {
        int rest = 0;
        for (char c : moved.toCharArray()) {
            int value = Character.getNumericValue(c);
            rest = (rest * (value > 9 ? 100 : 10) + value) % MODULUS;
        }
        return rest;
    }
}
