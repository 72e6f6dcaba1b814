package dev.dunwell.payments.reference;

import java.math.BigInteger;

/** The sums behind check digits. All take a text of decimal digits. */
final class CheckDigits {

    private static final int[] CARRY = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int[] WEIGHTS_OF_VIITE = {7, 3, 1};
    private static final int LARGEST_WEIGHT_OF_KID = 7;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** Modulo 10 from the right with weights 2 and 1, sums of digits (ISO/IEC 7812-1 annex B): KID, Swedish OCR. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = digit(digits, digits.length() - 1 - i) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** Modulo 10 recursive (Swiss Payment Standards, annex on the QR reference). */
    static int recursive(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = CARRY[(carry + digit(digits, i)) % 10];
        }
        return (10 - carry) % 10;
    }

    /** Modulo 11 from the right with weights 2 to 7, again and again; 10 has no digit (KID). */
    static int mod11(String digits, int largestWeight) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digit(digits, digits.length() - 1 - i) * (2 + i % (largestWeight - 1));
        }
        return (11 - sum % 11) % 11;
    }

    static int kid11(String digits) {
        return mod11(digits, LARGEST_WEIGHT_OF_KID);
    }

    /** Weights 7, 3, 1 from the right, up to the next ten (Finnish viite, Estonian viitenumber). */
    static int viite(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digit(digits, digits.length() - 1 - i) * WEIGHTS_OF_VIITE[i % WEIGHTS_OF_VIITE.length];
        }
        return (10 - sum % 10) % 10;
    }

    static int mod97(String digits) {
        return new BigInteger(digits).mod(NINETY_SEVEN).intValue();
    }

    /** Letters as 10 to 35, for ISO 7064 mod 97-10. */
    static String lettersAsDigits(String text) {
        StringBuilder digits = new StringBuilder(text.length() * 2);
        text.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return digits.toString();
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
