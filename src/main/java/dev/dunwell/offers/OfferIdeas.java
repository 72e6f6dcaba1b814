package dev.dunwell.offers;

import dev.dunwell.cases.Schedule.Every;
import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Habit;
import dev.dunwell.foresight.learning.Habit.Rhythm;
import dev.dunwell.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What fits how a customer pays. Pure; each idea says what it rests on and what it should bring, counted over the
 * customer's own settled invoices.
 *
 * @param day the day that begins; what the bills say of it and later is not looked at
 * @param overdue the largest overdue amount of one currency; null where nothing is
 */
public record OfferIdeas(
        Habit habit, List<Bill> settled, @Nullable Money overdue, LocalDate day) {

    private static final int LEAST = 5;
    private static final int LATE_PERCENT = 30;
    private static final int FORGETFUL_DAYS = 10;
    private static final int SLOW_DAYS = 30;
    private static final int EARLY_DAYS = 10;
    private static final int MOST_PARTS = 12;
    private static final int NOTICE = 3;
    private static final int LOOK_BACK = 365;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    /**
     * One thing to offer.
     *
     * @param terms as they would be put to the customer
     * @param effect what it should bring, with the figures
     * @param days by which invoices should be paid sooner after it, on average
     * @param opens what its acceptance opens, as {@link Opening#read} reads it
     */
    public record Idea(OfferKind kind, String terms, String because, String effect, int days, String opens) {}

    /** How a customer parts its payments: how often it pays, and how much on one day. */
    record Pace(int everyDays, long minor) {}

    public static List<Idea> of(Habit habit, List<Bill> bills, @Nullable Money overdue, LocalDate day) {
        List<Bill> settled = bills.stream()
                .filter(bill -> bill.isSettledBefore(day)
                        && Objects.requireNonNull(bill.settledOn()).isAfter(day.minusDays(LOOK_BACK)))
                .toList();
        OfferIdeas ideas = new OfferIdeas(habit, settled, overdue, day);
        List<Idea> all = new ArrayList<>();
        ideas.instalments(all);
        if (settled.size() >= LEAST && ideas.latePercent() >= LATE_PERCENT) {
            ideas.dueDay(all);
            ideas.incentives(all);
        }
        return all;
    }

    /** Parts as large as it usually pays at once, on its own paying days. */
    private void instalments(List<Idea> ideas) {
        Pace pace = pace();
        if (overdue == null || pace == null || overdue.minor() * 2 <= pace.minor * 3) {
            return;
        }
        int parts = (int) Math.clamp((overdue.minor() + pace.minor - 1) / pace.minor, 2, MOST_PARTS);
        Every every = pace.everyDays <= 10 ? Every.WEEK : pace.everyDays <= 21 ? Every.TWO_WEEKS : Every.MONTH;
        Money each = new Money((overdue.minor() + parts - 1) / parts, overdue.currency());
        ideas.add(new Idea(
                OfferKind.INSTALMENTS,
                "%d parts of about %s, one every %s from %s"
                        .formatted(parts, each.inWords(), every.code().replace('_', ' '), DAY.format(first())),
                "It pays about every %d days, usually %s at once; %s are overdue."
                        .formatted(
                                pace.everyDays, new Money(pace.minor, overdue.currency()).inWords(), overdue.inWords()),
                "Lower parts, more often: each is what it pays anyway on such a day.",
                0,
                new Opening.Parts(parts, every, first()).toString()));
    }

    /** A due day just behind its payment run instead of just before it. */
    private void dueDay(List<Idea> ideas) {
        Rhythm run = habit.monthDays();
        if (run == null) {
            return;
        }
        int late = late();
        long stillLate = settled.stream()
                .filter(bill -> Objects.requireNonNull(bill.settledOn()).isAfter(behind(bill.dueOn(), run.last())))
                .count();
        if (stillLate * 2 <= late) {
            ideas.add(new Idea(
                    OfferKind.DUE_DAY,
                    "New invoices due on the %d of the month, the first after today's due day; open ones as they are"
                            .formatted(run.last()),
                    "It pays in one run from the %d to the %d of the month, whenever invoices fall due."
                            .formatted(run.first(), run.last()),
                    "%d of %d invoices of a year were late; with that due day %d would have been."
                            .formatted(late, settled.size(), stillLate),
                    0,
                    new Opening.DueDay(run.last()).toString()));
        }
    }

    private void incentives(List<Idea> ideas) {
        int daysLate = settled.stream().mapToInt(Bill::daysLate).sum() / Math.max(1, late());
        int days = settled.stream().mapToInt(Bill::daysToPay).sum() / settled.size();
        if (daysLate <= FORGETFUL_DAYS) {
            ideas.add(new Idea(
                    OfferKind.AUTOPAY,
                    "Direct debit on the due day, and a small thank-you on each invoice",
                    "It pays late, but never by much: %d days where it is late.".formatted(daysLate),
                    "%d of %d invoices of a year would have been in time.".formatted(late(), settled.size()),
                    daysLate,
                    new Opening.Debit().toString()));
        } else if (days >= SLOW_DAYS) {
            ideas.add(new Idea(
                    OfferKind.EARLY_PAYMENT,
                    "A discount for paying within %d days; the bench says which rate pays".formatted(EARLY_DAYS),
                    "It takes %d days on average, %d after the due day where it is late.".formatted(days, daysLate),
                    "Each invoice it is taken for comes %d days sooner.".formatted(days - EARLY_DAYS),
                    days - EARLY_DAYS,
                    new Opening.Discount(EARLY_DAYS).toString()));
        }
    }

    /** Null where it paid on fewer than five days. */
    private @Nullable Pace pace() {
        TreeMap<LocalDate, Long> byDay = new TreeMap<>();
        settled.forEach(bill -> byDay.merge(Objects.requireNonNull(bill.settledOn()), bill.minor(), Long::sum));
        if (byDay.size() < LEAST) {
            return null;
        }
        List<LocalDate> days = List.copyOf(byDay.keySet());
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return new Pace(Math.toIntExact(median(gaps)), median(List.copyOf(byDay.values())));
    }

    /** The next of its paying days that leaves some days to answer. */
    private LocalDate first() {
        LocalDate soon = day.plusDays(NOTICE);
        Rhythm weekday = habit.weekday();
        Rhythm run = habit.monthDays();
        if (weekday != null) {
            return soon.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday.first())));
        } else if (run != null) {
            return behind(soon, run.first());
        } else {
            return day.plusWeeks(1);
        }
    }

    private int late() {
        return (int) settled.stream().filter(Bill::isLate).count();
    }

    private int latePercent() {
        return 100 * late() / settled.size();
    }

    /** The first day from that day on that has this number in its month, or is the last of a shorter one. */
    private static LocalDate behind(LocalDate day, int number) {
        YearMonth month = YearMonth.from(day);
        LocalDate here = month.atDay(Math.min(number, month.lengthOfMonth()));
        YearMonth next = month.plusMonths(1);
        return here.isBefore(day) ? next.atDay(Math.min(number, next.lengthOfMonth())) : here;
    }

    private static long median(List<Long> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElse(0L);
    }
}
