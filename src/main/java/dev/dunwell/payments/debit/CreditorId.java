package dev.dunwell.payments.debit;

import java.math.BigInteger;

/** The creditor identifier of SEPA (EPC262-08): country, check digits, business code, national part. */
final class CreditorId {

    private static final int AFTER_BUSINESS_CODE = 7;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CreditorId() {}

    /** Whether its form is right and its check digits too: ISO 7064 mod 97-10, the business code left out. */
    static boolean isRight(String id) {
        return id.matches("[A-Z]{2}\\d\\d[A-Z0-9]{3}[A-Z0-9]{1,28}") && rest(id) == 1;
    }

    private static int rest(String id) {
        var digits = new StringBuilder();
        (id.substring(AFTER_BUSINESS_CODE) + id.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
