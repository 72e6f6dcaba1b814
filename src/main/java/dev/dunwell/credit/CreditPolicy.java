package dev.dunwell.credit;

import java.util.Locale;

/**
 * What a breach means in an organisation. A breach is told by money and age, never by how many invoices there are.
 *
 * @param overdueDays money overdue for more than so many days is a breach as well, limit or not; 1 to 365
 */
public record CreditPolicy(OnBreach onBreach, int overdueDays) {

    /** Until an organisation says otherwise. */
    public static final CreditPolicy DEFAULT = new CreditPolicy(OnBreach.WARN, 60);

    /** What a breach does. */
    public enum OnBreach {
        WARN,
        STOP;

        /** The name in the database and in the API, {@code stop}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
