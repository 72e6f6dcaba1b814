package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How well a book would have been foretold. It learns what was settled before the cut; each invoice issued from the cut
 * on and settled since is foretold from that and from what its customer had settled before it was issued.
 *
 * <p>The cash forecast: on each first of a month from the cut on, everything known by then is learned anew and the
 * receipts of the next thirty days are foretold for the book open on that day, {@code Σ amount × chance of being
 * settled within them}. Its error is {@code Σ |forecast − actual| ÷ Σ actual} over these days, amounts of all
 * currencies alike. The last such day is the last whose thirty days end before the book's last invoice: behind it a
 * book that was written down when all was settled holds only what was settled quickly.
 */
public final class Backtest {

    private static final int AHEAD = 30;
    private static final int REPLAYS = 6;

    private Backtest() {}

    /**
     * What came of it.
     *
     * @param learned settled invoices it learned from
     * @param tested invoices foretold
     * @param meanError mean of |foretold days late − days late|, days late being 0 for what is in time
     * @param meanErrorOfNothing the same for one who foretells the book's mean for everybody
     * @param ranking AUC: the chance that a late invoice was given more than one in time; NaN where all are alike
     * @param covered the share that was settled within its 80 % interval
     * @param months so many cash forecasts
     * @param cashError error of the cash forecast as a share of what came in
     */
    public record Report(
            LocalDate cut,
            int learned,
            int tested,
            double meanError,
            double meanErrorOfNothing,
            double ranking,
            double covered,
            int months,
            double cashError,
            String model) {

        /** The same for people to read, one by one. */
        public List<Figure> figures() {
            return List.of(
                    new Figure(
                            "Learned from",
                            String.format(Locale.ROOT, "%,d invoices", learned),
                            "settled before " + cut),
                    new Figure(
                            "Tested on",
                            String.format(Locale.ROOT, "%,d invoices", tested),
                            "issued since and settled"),
                    new Figure(
                            "Error of days late",
                            String.format(Locale.ROOT, "%.1f days", meanError),
                            String.format(
                                    Locale.ROOT,
                                    "on average; %.1f when all are taken for the book's mean",
                                    meanErrorOfNothing)),
                    new Figure(
                            "Late or not, AUC",
                            String.format(Locale.ROOT, "%.3f", ranking),
                            "the chance that a late one was given more than one in time; 0.5 is guessing"),
                    new Figure(
                            "80 % interval covers",
                            String.format(Locale.ROOT, "%.1f %%", 100 * covered),
                            "of the invoices; 75 to 85 % is right"),
                    new Figure(
                            "Error of the cash in 30 days",
                            String.format(Locale.ROOT, "%.1f %%", 100 * cashError),
                            String.format(Locale.ROOT, "of what came in, over %d forecasts at month starts", months)));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    """
                    learned from          %,d invoices settled before %s
                    tested on             %,d invoices issued since and settled
                    days late, error      %.2f days on average (%.2f when everybody is taken for the book's mean)
                    late or not, AUC      %.3f
                    80 %% interval         covers %.1f %%
                    cash in 30 days       error %.3f of what came in, over %d forecasts
                    chosen by the book    %s
                    """,
                    learned,
                    cut,
                    tested,
                    meanError,
                    meanErrorOfNothing,
                    ranking,
                    100 * covered,
                    cashError,
                    months,
                    model);
        }
    }

    /** One figure of a report, with what it means. */
    public record Figure(String what, String figure, String note) {}

    /** The cut that leaves a fifth of the settled invoices, those issued last, to be tested. */
    public static Optional<LocalDate> usualCut(List<Bill> bills) {
        List<LocalDate> issued = bills.stream()
                .filter(bill -> bill.settledOn() != null)
                .map(Bill::issuedOn)
                .sorted()
                .toList();
        return issued.isEmpty() ? Optional.empty() : Optional.of(issued.get(issued.size() * 4 / 5));
    }

    /**
     * By how much the forecasts of four weeks were off together, beyond what chance does to single invoices: replayed
     * for up to six times four weeks before a day, in percent of what was foretold; 0 where fewer than three can be.
     */
    public static int sharedErrorPercent(List<Bill> bills, Histories histories, LocalDate day) {
        List<double[]> replayed = new ArrayList<>();
        for (int back = 1; back <= REPLAYS; back++) {
            LocalDate then = day.minusWeeks(4L * back);
            PayModel.learn(bills, histories, then)
                    .ifPresent(model -> replayed.add(cash(bills, histories, then, then.plusWeeks(4), model)));
        }
        double shared = replayed.stream()
                .filter(it -> it[0] > 0)
                .mapToDouble(it -> ((it[1] - it[0]) * (it[1] - it[0]) - it[2]) / (it[0] * it[0]))
                .average()
                .orElse(0);
        return replayed.size() < 3 ? 0 : (int) Math.round(100 * Math.sqrt(Math.max(0, shared)));
    }

    /** @return empty where too little was settled before the cut or nothing after it */
    public static Optional<Report> run(List<Bill> bills, LocalDate cut) {
        Histories histories = Histories.of(bills);
        List<Bill> tested = bills.stream()
                .filter(bill -> bill.settledOn() != null && !bill.issuedOn().isBefore(cut))
                .toList();
        return tested.isEmpty()
                ? Optional.empty()
                : PayModel.learn(bills, histories, cut).map(model -> report(bills, histories, cut, tested, model));
    }

    private static Report report(
            List<Bill> bills, Histories histories, LocalDate cut, List<Bill> tested, PayModel model) {
        List<Bill> learned =
                bills.stream().filter(bill -> bill.isSettledBefore(cut)).toList();
        double mean = learned.stream().mapToInt(Bill::daysToPay).average().orElseThrow();
        List<Outlook> outlooks = tested.stream()
                .map(bill -> model.whenIssued(bill, histories.before(bill.customer(), bill.issuedOn())))
                .toList();
        List<double[]> cash = cash(bills, histories, cut);
        double off = cash.stream().mapToDouble(it -> Math.abs(it[0] - it[1])).sum();
        double came = cash.stream().mapToDouble(it -> it[1]).sum();
        return new Report(
                cut,
                learned.size(),
                tested.size(),
                outlooks.stream()
                        .mapToDouble(it -> error(it.bill(), daysToPay(it)))
                        .average()
                        .orElseThrow(),
                tested.stream().mapToDouble(it -> error(it, mean)).average().orElseThrow(),
                ranking(outlooks),
                outlooks.stream().mapToInt(it -> isWithin(it) ? 1 : 0).average().orElseThrow(),
                cash.size(),
                came == 0 ? 0 : off / came,
                model.told());
    }

    private static double daysToPay(Outlook outlook) {
        LocalDate issued = outlook.bill().issuedOn();
        return Bill.days(issued, outlook.expectedOn().orElse(issued));
    }

    private static double error(Bill bill, double daysToPay) {
        return Math.abs(Math.max(0, daysToPay - bill.termDays()) - bill.daysLate());
    }

    private static boolean isWithin(Outlook outlook) {
        LocalDate settled = Objects.requireNonNull(outlook.bill().settledOn());
        return !outlook.earliestOn().map(settled::isBefore).orElse(false)
                && !outlook.latestOn().map(settled::isAfter).orElse(false);
    }

    /** The Mann-Whitney statistic: ties count half. */
    private static double ranking(List<Outlook> outlooks) {
        List<Outlook> sorted = outlooks.stream()
                .sorted(Comparator.comparingDouble(Outlook::chanceLate))
                .toList();
        double ranks = 0;
        double late = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            for (to = from;
                    to < sorted.size()
                            && sorted.get(to).chanceLate() == sorted.get(from).chanceLate(); ) {
                to++;
            }
            long lateHere = sorted.subList(from, to).stream()
                    .filter(it -> it.bill().isLate())
                    .count();
            ranks += lateHere * (from + 1 + to) / 2.0;
            late += lateHere;
        }
        return (ranks - late * (late + 1) / 2) / (late * (sorted.size() - late));
    }

    /** For each first of a month, what was foretold and what came. */
    private static List<double[]> cash(List<Bill> bills, Histories histories, LocalDate cut) {
        LocalDate last = bills.stream()
                .map(Bill::issuedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<double[]> cash = new ArrayList<>();
        LocalDate day = cut.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
        for (; !day.plusDays(AHEAD - 1).isAfter(last); day = day.plusMonths(1)) {
            LocalDate first = day;
            PayModel.learn(bills, histories, first)
                    .ifPresent(model -> cash.add(cash(bills, histories, first, first.plusDays(AHEAD), model)));
        }
        return cash;
    }

    /** What was foretold, what came, and the variance that chance gives to the first. */
    private static double[] cash(List<Bill> bills, Histories histories, LocalDate day, LocalDate end, PayModel model) {
        double foretold = 0;
        double came = 0;
        double variance = 0;
        for (Bill bill : bills) {
            if (bill.isOpenOn(day)) {
                double minor = bill.minor();
                double chance = model.seenFrom(day, bill, histories.before(bill.customer(), day))
                        .before(end);
                foretold += minor * chance;
                variance += minor * minor * chance * (1 - chance);
                came += bill.isSettledBefore(end) ? minor : 0;
            }
        }
        return new double[] {foretold, came, variance};
    }
}
