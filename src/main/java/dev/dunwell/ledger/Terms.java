package dev.dunwell.ledger;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an invoice falls due: net {@code n} is n days after its date, end of month {@code + n} is n days after the last
 * day of the month of its date (glossary, section 1).
 *
 * @param days from 0 to 365
 */
public record Terms(Kind kind, int days) {

    private static final int LONGEST = 365;
    private static final Pattern WRITTEN = Pattern.compile("(net|end of month|eom)\\s*\\+?\\s*(\\d{1,3})");

    /** From where the days are counted. */
    public enum Kind {
        NET("net %d"),
        END_OF_MONTH("end of month + %d");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    public Terms {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("Terms run for 0 to 365 days, not " + days + ".");
        }
    }

    public static Terms net(int days) {
        return new Terms(Kind.NET, days);
    }

    public static Terms endOfMonth(int days) {
        return new Terms(Kind.END_OF_MONTH, days);
    }

    /** Reads {@code net 30} or {@code end of month + 30}; refuses anything else. */
    public static Terms parse(String written) {
        Matcher terms = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!terms.matches()) {
            throw new IllegalArgumentException("Write terms as \"net 30\" or \"end of month + 30\".");
        }
        int days = Integer.parseInt(terms.group(2));
        return terms.group(1).equals("net") ? net(days) : endOfMonth(days);
    }

    public LocalDate dueOn(LocalDate issuedOn) {
        return switch (kind) {
            case NET -> issuedOn.plusDays(days);
            case END_OF_MONTH ->
                issuedOn.with(TemporalAdjusters.lastDayOfMonth()).plusDays(days);
        };
    }

    /** {@code net 30}, the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return kind.pattern.formatted(days);
    }
}
