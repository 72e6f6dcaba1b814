package dev.dunwell.agreements;

import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRule.Skip;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * How often something is billed: a recurrence rule (RFC 5545) whose days are the first days of the periods. A month
 * without the day has its last day instead (RFC 7529, SKIP=BACKWARD), so that no period is two months long: what began
 * on the 31st goes on on the 28th of February and on the 31st of March.
 *
 * @param rule such as {@code FREQ=MONTHLY;INTERVAL=3}
 * @param anchor the first day of the first period; periods are counted from it
 */
public record Recurrence(String rule, LocalDate anchor) {

    /** A period begins on the last day of each month. */
    public static final String MONTH_ENDS = "FREQ=MONTHLY;BYMONTHDAY=-1";

    private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final int LONGEST = 200;
    private static final Pattern PLAIN = Pattern.compile("FREQ=([A-Z]+)(?:;INTERVAL=(\\d{1,3}))?");

    /**
     * Reads a rule. Refused are rules below a day, rules with an end (the line has its own), and a rule whose first day
     * is not the one to count from.
     */
    public static Recurrence parse(String written, LocalDate anchor) {
        String rule = written.strip().replaceFirst("(?i)^RRULE:", "");
        RecurrenceRule read = read(rule);
        if (!FREQUENCIES.contains(read.getFreq())) {
            throw BadInput.in("rule", "A period is a day or longer. Take DAILY, WEEKLY, MONTHLY or YEARLY.");
        } else if (!read.isInfinite()) {
            throw BadInput.in("rule", "Leave out COUNT and UNTIL, and give the line a last day instead.");
        }
        LocalDate first = day(iterator(read, anchor).nextDateTime());
        if (!first.equals(anchor)) {
            throw BadInput.in("anchor", "By this rule the first period begins on " + first + ". Count from that day.");
        }
        return new Recurrence(rule, anchor);
    }

    /** The periods that begin before a day, in order. */
    public List<Span> before(LocalDate end) {
        RecurrenceRuleIterator days = iterator(read(rule), anchor);
        List<Span> spans = new ArrayList<>();
        LocalDate from = day(days.nextDateTime());
        while (from.isBefore(end)) {
            LocalDate next = day(days.nextDateTime());
            if (next.isAfter(from)) {
                spans.add(new Span(from, next));
                from = next;
            }
        }
        return spans;
    }

    /** As a person says it: {@code monthly}, {@code every 3 months}; what is not that plain stays a rule. */
    public String inWords() {
        Matcher plain = PLAIN.matcher(rule);
        if (rule.equals(MONTH_ENDS)) {
            return "from the last day of each month";
        } else if (!plain.matches()) {
            return rule;
        }
        String every = plain.group(2);
        boolean isEach = every == null || every.equals("1");
        return switch (plain.group(1)) {
            case "DAILY" -> isEach ? "daily" : "every " + every + " days";
            case "WEEKLY" -> isEach ? "weekly" : "every " + every + " weeks";
            case "MONTHLY" -> isEach ? "monthly" : "every " + every + " months";
            default -> isEach ? "yearly" : "every " + every + " years";
        };
    }

    private static RecurrenceRule read(String rule) {
        try {
            if (rule.length() > LONGEST) {
                throw BadInput.in("rule", "Shorten it to " + LONGEST + " characters.");
            }
            RecurrenceRule read = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
            if (!read.hasPart(Part.RSCALE)) {
                read.setSkip(Skip.BACKWARD);
            }
            return read;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw BadInput.in(
                    "rule",
                    "Write a rule such as FREQ=MONTHLY or FREQ=MONTHLY;INTERVAL=3 (RFC 5545): " + e.getMessage());
        }
    }

    private static RecurrenceRuleIterator iterator(RecurrenceRule rule, LocalDate from) {
        return rule.iterator(new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth()));
    }

    private static LocalDate day(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
