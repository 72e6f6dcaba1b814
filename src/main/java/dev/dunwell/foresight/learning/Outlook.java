package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an invoice is expected to be settled: a distribution over days, seen from one day on which it is open. */
public final class Outlook {

    /** Half of the 80 % interval lies on each side. */
    private static final double EARLY = 0.1;

    private static final double LATE = 0.9;
    /** What is expected later than that is not expected any more. */
    private static final int FAR = 3;

    private final Bill bill;
    private final double centre;
    private final Survival residuals;
    private final double age;
    private final double chanceLate;
    private final Experience experience;
    private final @Nullable Agreed agreed;
    private final @Nullable LocalDate from;

    /**
     * Sees it from a day.
     *
     * @param centre the days to pay that are expected of this customer
     * @param residuals by how much the days to pay of others who were as well known differed from that
     * @param age how many days it has been open, nothing shorter being possible any more; minus infinity for none
     */
    Outlook(Bill bill, double centre, Survival residuals, double age, double chanceLate, Experience experience) {
        this(bill, centre, residuals, age - centre, chanceLate, experience, null, null);
    }

    private Outlook(
            Bill bill,
            double centre,
            Survival residuals,
            double age,
            double chanceLate,
            Experience experience,
            @Nullable Agreed agreed,
            @Nullable LocalDate from) {
        this.bill = bill;
        this.centre = centre;
        this.residuals = residuals;
        this.age = age;
        this.chanceLate = chanceLate;
        this.experience = experience;
        this.agreed = agreed;
        this.from = from;
    }

    /** The same, knowing what was agreed when the day begins from which it is seen. */
    public Outlook with(Agreed agreed, LocalDate from) {
        return new Outlook(bill, centre, residuals, age, chanceLate, experience, agreed, from);
    }

    /** What was agreed about it, in words; empty for nothing. */
    public String because() {
        return agreed == null ? "" : agreed.because();
    }

    public Bill bill() {
        return bill;
    }

    /** What it was concluded from. */
    public Experience experience() {
        return experience;
    }

    /** The day by which half of such invoices are settled; empty where none that lasted so long ever was. */
    public Optional<LocalDate> expectedOn() {
        return on(0.5);
    }

    /** One in ten such invoices is settled before that day. */
    public Optional<LocalDate> earliestOn() {
        return on(EARLY);
    }

    /** One in ten such invoices is settled after that day. */
    public Optional<LocalDate> latestOn() {
        return on(LATE);
    }

    /** The chance, in whole percents, that it is settled after its due day, as it was judged from when it was new. */
    public int latePercent() {
        return Math.toIntExact(Math.round(100 * chanceLate));
    }

    /** For each span between two days that follow each other, the chance in 1/10,000 that it is settled in it. */
    public int[] tenThousandths(List<LocalDate> days) {
        int[] chances = new int[days.size() - 1];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = (int) Math.round(10_000 * (before(days.get(i + 1)) - before(days.get(i))));
        }
        return chances;
    }

    /**
     * The chance that it is settled before that day, or the share of it that is expected to be. What is contested waits
     * as long as the dispute; of what was promised the share comes on its day as surely as the word is kept, else as
     * from anybody.
     */
    double before(LocalDate day) {
        if (agreed == null) {
            return byHabit(day);
        }
        LocalDate over = agreed.settledOn();
        double habit = over == null
                ? byHabit(day)
                : (1 - agreed.disputed()) * byHabit(day) + agreed.disputed() * byHabit(later(day, over));
        double word = agreed.word().chance();
        return word * (agreed.dueBefore(day) + (1 - agreed.covered()) * habit) + (1 - word) * habit;
    }

    /** A day by the calendar that began only when the dispute was over. */
    private LocalDate later(LocalDate day, LocalDate over) {
        LocalDate began = Objects.requireNonNull(from);
        return day.isAfter(over) ? day.minusDays(Bill.days(began, over)) : began;
    }

    private double byHabit(LocalDate day) {
        double still = residuals.atLeast(age);
        double then = residuals.atLeast(Math.max(age, Bill.days(bill.issuedOn(), day) - centre));
        return still <= 0 ? 0 : 1 - then / still;
    }

    double chanceLate() {
        return chanceLate;
    }

    private Optional<LocalDate> on(double share) {
        return agreed == null ? byHabit(share) : agreedOn(share);
    }

    private Optional<LocalDate> agreedOn(double share) {
        LocalDate began = Objects.requireNonNull(from);
        return began.datesUntil(began.plusYears(FAR))
                .filter(day -> before(day.plusDays(1)) >= share)
                .findFirst();
    }

    private Optional<LocalDate> byHabit(double share) {
        double days = residuals.quantile(share, age) + centre;
        return days > 36_500 ? Optional.empty() : Optional.of(bill.issuedOn().plusDays(Math.round(days)));
    }
}
