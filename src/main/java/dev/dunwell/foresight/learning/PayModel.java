package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a book has taught about when its invoices are paid. It is learned from what was settled before a day, and what
 * had been open for how long when that day began; nothing later, and of each invoice nothing but its customer, amount,
 * dates and the customer's invoices settled before it was issued.
 *
 * <ol>
 *   <li>Days to pay of a customer: an exponentially weighted mean, shrunk to the book's ({@link Shrinkage}).
 *   <li>Around it, how far others were off ({@link Survival} of the residuals, open invoices censored), apart for
 *       customers of whom nothing, little or much is known; its quantiles are the 80 % interval, its course from the
 *       age an invoice has reached is the chance of each day to come.
 *   <li>Late or not: {@link Logistic} on the features of {@link #features}.
 * </ol>
 *
 * <p>Decay and weight of the book are chosen by the book itself, by the least mean error of days late over the settled
 * invoices, each foretold from what was settled before it was issued.
 */
public final class PayModel {

    /** With fewer settled invoices nothing is foretold. */
    public static final int LEAST = 30;

    /** What was issued last teaches the residuals: a book's habits of many years ago are not its own any more. */
    private static final int MOST = 20_000;

    private static final int LITTLE_KNOWN = 5;
    private static final double[] DECAYS = {0.8, 0.9, 1};
    private static final double[] WEIGHTS = {1, 2, 4, 8};

    private final Book book;
    private final Shrinkage shrinkage;
    private final List<Survival> residuals;
    private final Logistic late;

    private PayModel(Book book, Shrinkage shrinkage, List<Survival> residuals, Logistic late) {
        this.book = book;
        this.shrinkage = shrinkage;
        this.residuals = residuals;
        this.late = late;
    }

    /** The means over all that was settled, towards which a customer of whom little is known is shrunk. */
    private record Book(double daysToPay, double daysAfterDue, double lateShare, double variance) {

        static Book of(List<Bill> settled) {
            double mean = settled.stream().mapToInt(Bill::daysToPay).average().orElseThrow();
            return new Book(
                    mean,
                    settled.stream()
                            .mapToInt(bill -> bill.daysToPay() - bill.termDays())
                            .average()
                            .orElseThrow(),
                    settled.stream()
                            .mapToInt(bill -> bill.isLate() ? 1 : 0)
                            .average()
                            .orElseThrow(),
                    settled.stream()
                            .mapToDouble(bill -> (bill.daysToPay() - mean) * (bill.daysToPay() - mean))
                            .average()
                            .orElseThrow());
        }
    }

    /** An invoice with what was known of its customer when it was issued. */
    private record Seen(Bill bill, Experience experience) {}

    /**
     * Learns.
     *
     * @param bills in any order; what they say of the day and later is not looked at
     * @return empty where fewer than {@link #LEAST} were settled before the day
     */
    public static Optional<PayModel> learn(List<Bill> bills, Histories histories, LocalDate day) {
        List<Seen> issued = bills.stream()
                .filter(bill -> bill.issuedOn().isBefore(day))
                .sorted(Comparator.comparing(Bill::issuedOn).reversed())
                .limit(MOST)
                .map(bill -> new Seen(bill, histories.before(bill.customer(), bill.issuedOn())))
                .toList();
        List<Seen> settled =
                issued.stream().filter(seen -> seen.bill.isSettledBefore(day)).toList();
        return settled.size() < LEAST ? Optional.empty() : Optional.of(learn(issued, settled, day));
    }

    private static PayModel learn(List<Seen> issued, List<Seen> settled, LocalDate day) {
        Book book = Book.of(settled.stream().map(Seen::bill).toList());
        Shrinkage shrinkage = shrinkage(settled, book);
        List<Logistic.Case> cases = settled.stream()
                .map(seen ->
                        new Logistic.Case(features(seen.bill, seen.experience, shrinkage, book), seen.bill.isLate()))
                .toList();
        return new PayModel(book, shrinkage, residuals(issued, shrinkage, book, day), Logistic.fit(cases));
    }

    /** What to expect of an invoice when it is issued; it may also have been paid in advance. */
    public Outlook whenIssued(Bill bill, Experience experience) {
        return outlook(bill, experience, Double.NEGATIVE_INFINITY);
    }

    /** What to expect of an invoice that is open when that day begins. */
    public Outlook seenFrom(LocalDate day, Bill bill, Experience experience) {
        return outlook(bill, experience, Bill.days(bill.issuedOn(), day));
    }

    private Outlook outlook(Bill bill, Experience experience, double age) {
        double centre = experience.daysToPay(shrinkage, book.daysToPay);
        double chance = late.chance(features(bill, experience, shrinkage, book));
        return new Outlook(bill, centre, residuals.get(known(experience)), age, chance, experience);
    }

    /** What it chose for itself, in words for the page and the report of a backtest. */
    public String told() {
        return "a customer's last invoice weighs 1, each earlier one %s times the next, all invoices of the book %s"
                .formatted(shrinkage.decay(), shrinkage.k());
    }

    private static Shrinkage shrinkage(List<Seen> settled, Book book) {
        Shrinkage best = new Shrinkage(1, 1);
        double least = Double.MAX_VALUE;
        for (double decay : DECAYS) {
            for (double k : WEIGHTS) {
                Shrinkage tried = new Shrinkage(decay, k);
                double error = settled.stream()
                        .mapToDouble(seen -> Math.abs(seen.bill.daysLate()
                                - Math.max(0, seen.experience.daysToPay(tried, book.daysToPay) - seen.bill.termDays())))
                        .sum();
                if (error < least) {
                    least = error;
                    best = tried;
                }
            }
        }
        return best;
    }

    private static List<Survival> residuals(List<Seen> issued, Shrinkage shrinkage, Book book, LocalDate day) {
        List<List<Survival.Span>> known = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Survival.Span> all = new ArrayList<>();
        for (Seen seen : issued) {
            boolean isSettled = seen.bill.isSettledBefore(day);
            int days = isSettled ? seen.bill.daysToPay() : Bill.days(seen.bill.issuedOn(), day);
            double centre = seen.experience.daysToPay(shrinkage, book.daysToPay);
            var span = new Survival.Span(days - centre, isSettled);
            known.get(known(seen.experience)).add(span);
            all.add(span);
        }
        Survival ofAll = Survival.of(all);
        return known.stream()
                .map(spans ->
                        spans.stream().filter(Survival.Span::hasEnded).count() < LEAST ? ofAll : Survival.of(spans))
                .toList();
    }

    private static int known(Experience experience) {
        return experience.count() == 0 ? 0 : experience.count() < LITTLE_KNOWN ? 1 : 2;
    }

    /**
     * What late or not is judged from: expected days after due in units of the customer's spread, and in days; shares
     * late under these terms and under those that held; days after due; terms; how much is known; amount.
     */
    private static double[] features(Bill bill, Experience experience, Shrinkage by, Book book) {
        int term = bill.termDays();
        double centre = experience.daysToPay(by, book.daysToPay);
        double spread = Math.sqrt(Math.max(1, experience.variance(centre, by, book.variance)));
        return new double[] {
            (centre - term) / spread,
            centre - term,
            experience.lateShareAt(term, by, book.lateShare),
            experience.lateShare(by, book.lateShare),
            experience.daysAfterDue(by, book.daysAfterDue),
            Math.log(Math.max(1, term)),
            Math.log1p(experience.count()),
            Math.log1p(bill.minor())
        };
    }
}
