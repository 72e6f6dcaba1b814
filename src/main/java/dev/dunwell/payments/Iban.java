package dev.dunwell.payments;

import java.util.Locale;
import org.iban4j.IbanUtil;

/** IBANs as ISO 13616 and its register have them: check digits, and the length and form of each country. */
final class Iban {

    private Iban() {}

    /** Without blanks and in capitals, for whoever types it in groups. */
    static String bare(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static boolean isRight(String iban) {
        return IbanUtil.isValid(iban);
    }
}
