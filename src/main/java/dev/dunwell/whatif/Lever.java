package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import dev.dunwell.whatif.Behaviour.Paid;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way to ask for money otherwise.
 *
 * @param price what is given for it, in percent of the amounts; what that is, the kind says
 * @param uptake how many of those it is meant for go along, in percent
 * @param days what the kind says
 * @param parts instalments; 1 for every other kind
 * @param everyDays days between two instalments
 * @param handling what each invoice costs that it is done with
 */
public record Lever(
        Kind kind, BigDecimal price, BigDecimal uptake, int days, int parts, int everyDays, Money handling) {

    /** An agency is given an account so many days before it has money of it. */
    private static final int AGENCY_LEAD = 30;

    /** What can be done. */
    public enum Kind {
        DISCOUNT("Early-payment discount", "Discount, %", "Paid within days of issue"),
        INSTALMENTS("Instalments", "Rebate, %", "First part, days after issue"),
        TERMS("Tighter terms", "Margin lost, %", "New term, days"),
        CHASING("Faster chasing", "", "Days sooner"),
        AGENCY("Agency", "Fee, %", "Paid by the agency, days after due");

        private final String title;
        private final String price;
        private final String days;

        Kind(String title, String price, String days) {
            this.title = title;
            this.price = price;
            this.days = days;
        }

        public String title() {
            return title;
        }

        /** What the price is; empty where there is none but the handling. */
        public String price() {
            return price;
        }

        /** What the days are. */
        public String days() {
            return days;
        }

        /** The name in the database and in the API, {@code discount}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> read(String code) {
            return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    Lever withPrice(BigDecimal percent) {
        return new Lever(kind, percent, uptake, days, parts, everyDays, handling);
    }

    Lever withUptake(BigDecimal percent) {
        return new Lever(kind, price, percent, days, parts, everyDays, handling);
    }

    /** Whether it is offered for invoices like that at all. */
    boolean concerns(Paid paid) {
        return switch (kind) {
            case DISCOUNT -> true;
            case TERMS -> paid.term() > days;
            case INSTALMENTS, CHASING -> paid.isLate();
            case AGENCY -> paid.daysLate() > days - AGENCY_LEAD && paid.isLate();
        };
    }

    /** Days after issue at which who goes along pays; halves of a day come from parts. */
    BigDecimal newDays(Paid paid) {
        BigDecimal whole = BigDecimal.valueOf(days);
        return switch (kind) {
            case DISCOUNT -> whole;
            case INSTALMENTS ->
                whole.add(BigDecimal.valueOf((long) everyDays * (parts - 1)).divide(BigDecimal.TWO));
            case TERMS -> BigDecimal.valueOf(Math.max(0, paid.days() - (paid.term() - days)));
            case CHASING -> BigDecimal.valueOf(Math.max(paid.term(), paid.days() - days));
            case AGENCY -> BigDecimal.valueOf((long) paid.term() + days);
        };
    }

    /** Whether who goes along is neither chased nor lost. */
    boolean spares(Paid paid) {
        return paid.isLate()
                && switch (kind) {
                    case DISCOUNT, INSTALMENTS, AGENCY -> true;
                    case TERMS, CHASING -> newDays(paid).compareTo(BigDecimal.valueOf(paid.term())) <= 0;
                };
    }
}
