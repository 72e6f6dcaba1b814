package dev.dunwell.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words of a {@link DueRule}. */
final class DueRuleText {

    private static final int LONGEST = 365;
    private static final Pattern COUNTED = Pattern.compile("(net|end of month|eom)\\s*\\+?\\s*(\\d{1,3})");
    private static final Pattern FIXED =
            Pattern.compile("day (\\d{1,2}) of (?:the )?next month(?:, ?from day (\\d{1,2}) the month after)?");
    private static final Pattern SHARE =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*% (?:after|in) (\\d{1,3}) days?");

    private DueRuleText() {}

    /** Reads what a rule says of itself, in small or capital letters; refuses anything else. */
    static DueRule parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher counted = COUNTED.matcher(text);
        Matcher fixed = FIXED.matcher(text);
        if (counted.matches()) {
            int days = Integer.parseInt(counted.group(2));
            return counted.group(1).equals("net") ? new DueRule.Net(days) : new DueRule.EndOfMonth(days);
        } else if (fixed.matches()) {
            int lateFrom = Integer.parseInt(Optional.ofNullable(fixed.group(2)).orElse("0"));
            return new DueRule.DayOfMonth(Integer.parseInt(fixed.group(1)), lateFrom);
        } else {
            return instalments(text);
        }
    }

    private static DueRule instalments(String text) {
        List<DueRule.Instalments.Share> shares = new ArrayList<>();
        for (String part : text.split(", ?", -1)) {
            Matcher share = SHARE.matcher(part);
            if (!share.matches()) {
                throw new IllegalArgumentException("Write terms as \"net 30\" or \"end of month + 30\","
                        + " \"day 15 of next month\" or \"50 % after 0 days, 50 % after 30 days\".");
            }
            BigDecimal percent = new BigDecimal(share.group(1)).stripTrailingZeros();
            shares.add(new DueRule.Instalments.Share(percent, Integer.parseInt(share.group(2))));
        }
        return new DueRule.Instalments(shares);
    }

    static void checkDays(int days) {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("Terms run for 0 to 365 days, not " + days + ".");
        }
    }
}
