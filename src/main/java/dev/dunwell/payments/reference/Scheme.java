package dev.dunwell.payments.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a bank wants a payment's reference written, so that it reads it without a person and finds a slip of the pen. */
public enum Scheme {
    /** ISO 11649, {@code RF18 5390 0754 7034}: anywhere in SEPA, and as text elsewhere. */
    RF("Creditor reference (ISO 11649)", 25),
    /** Swiss QR reference: 27 digits, modulo 10 recursive; with a QR-IBAN only. */
    QRR("QR reference (Switzerland)", 27),
    /** Belgian structured communication, {@code +++090/9337/55493+++}: modulo 97. */
    OGM("Structured communication (Belgium)", 12),
    /** Norwegian KID with the check digit by modulo 10. */
    KID_10("KID, modulo 10 (Norway)", 25),
    /** Norwegian KID with the check digit by modulo 11; 10 is written as a hyphen. */
    KID_11("KID, modulo 11 (Norway)", 25),
    /** Finnish viite, Estonian viitenumber: weights 7, 3, 1. */
    VIITE("Viite (Finland, Estonia)", 20),
    /** Swedish OCR reference of a fixed length: modulo 10. */
    OCR("OCR (Sweden)", 25),
    /** Slovenian reference of model 12: modulo 11. */
    SI_12("SI12 (Slovenia)", 17);

    private static final int DIGITS_OF_QRR = 26;
    private static final int DIGITS_OF_OGM = 10;
    private static final int DIGITS_OF_SI = 12;
    private static final int GROUP = 4;
    private static final int FIVE = 5;

    private final String title;
    private final int longest;

    Scheme(String title, int longest) {
        this.title = title;
        this.longest = longest;
    }

    public String title() {
        return title;
    }

    /** The name in the database and in forms, {@code kid_10}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scheme ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Schemes for which the customer's bank may be anywhere; the others are read by banks of one country. */
    public boolean isInternational() {
        return this == RF;
    }

    /**
     * The reference as it travels electronically: no blanks, no signs around it.
     *
     * @param body decimal digits, at most as many as the scheme has room for; RF takes letters too
     * @throws IllegalArgumentException when it does not fit
     */
    public String write(String body) {
        if (!body.matches(this == RF ? "[0-9A-Z]{1,21}" : "[0-9]+")) {
            throw new IllegalArgumentException(title + " cannot carry '" + body + "'");
        }
        String text = switch (this) {
            case RF -> "RF" + two(98 - CheckDigits.mod97(CheckDigits.lettersAsDigits(body + "RF00"))) + body;
            case QRR -> checked(padded(body, DIGITS_OF_QRR));
            case OGM -> padded(body, DIGITS_OF_OGM) + two(of97(padded(body, DIGITS_OF_OGM)));
            case KID_10, KID_11, VIITE, OCR -> checked(body);
            case SI_12 -> "SI12" + checked(body);
        };
        if (text.length() > longest) {
            throw new IllegalArgumentException(title + " has no room for '" + body + "'");
        }
        return text;
    }

    /** What a reference carries when its check digits are right; leading zeros stay. Blanks and signs do no harm. */
    public Optional<String> read(String text) {
        String bare = text.replaceAll("[\\s+*/.]", "").toUpperCase(Locale.ROOT);
        String body = switch (this) {
            case RF -> bare.matches("RF\\d\\d[0-9A-Z]{1,21}") ? bare.substring(GROUP) : "";
            case QRR -> bare.matches("\\d{27}") ? bare.substring(0, DIGITS_OF_QRR) : "";
            case OGM -> bare.matches("\\d{12}") ? bare.substring(0, DIGITS_OF_OGM) : "";
            case KID_10, OCR -> bare.matches("\\d{2,25}") ? bare.substring(0, bare.length() - 1) : "";
            case KID_11 -> bare.matches("\\d{1,24}[\\d-]") ? bare.substring(0, bare.length() - 1) : "";
            case VIITE -> bare.matches("\\d{4,20}") ? bare.substring(0, bare.length() - 1) : "";
            case SI_12 -> bare.matches("SI12\\d{2,13}") ? bare.substring(GROUP, bare.length() - 1) : "";
        };
        boolean isRight = !body.isEmpty() && write(body).equals(bare);
        return isRight ? Optional.of(body) : Optional.empty();
    }

    /** As it is printed for people to type: in groups, with the signs that belong to it. */
    public String printed(String text) {
        return switch (this) {
            case RF -> groups(text, GROUP, GROUP);
            case QRR -> groups(text, FIVE, 2);
            case OGM -> "+++" + text.substring(0, 3) + "/" + text.substring(3, 7) + "/" + text.substring(7) + "+++";
            case VIITE -> groups(text, FIVE, text.length() % FIVE);
            case SI_12 -> text.substring(0, GROUP) + " " + text.substring(GROUP);
            case KID_10, KID_11, OCR -> text;
        };
    }

    private String checked(String digits) {
        return digits
                + switch (this) {
                    case QRR -> String.valueOf(CheckDigits.recursive(digits));
                    case KID_10, OCR -> String.valueOf(CheckDigits.luhn(digits));
                    case KID_11 -> orHyphen(CheckDigits.kid11(digits));
                    case VIITE -> String.valueOf(CheckDigits.viite(digits));
                    case SI_12 -> String.valueOf(CheckDigits.mod11(digits, DIGITS_OF_SI + 1) % 10);
                    case RF, OGM -> throw new IllegalStateException(this + " has two check digits");
                };
    }

    private static String orHyphen(int digit) {
        return digit == 10 ? "-" : String.valueOf(digit);
    }

    private static int of97(String digits) {
        int rest = CheckDigits.mod97(digits);
        return rest == 0 ? 97 : rest;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** Groups of a size, the first one as long as given. */
    private static String groups(String text, int size, int first) {
        List<String> groups = new ArrayList<>();
        int from = 0;
        for (int until = first == 0 ? size : first; from < text.length(); until += size) {
            groups.add(text.substring(from, Math.min(until, text.length())));
            from = Math.min(until, text.length());
        }
        return String.join(" ", groups);
    }
}
