package dev.dunwell.insight.web;

import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Slice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Aging as of a day, per currency.
 *
 * @param query the times, the basis and the buckets for links, beginning with a question mark
 * @param among the numbers of the customers that it is about, as they were typed; empty for all
 * @param customers one page of customers of the currency {@code drill}, most overdue first
 */
public record AgingView(
        AsOf asOf,
        Buckets buckets,
        String query,
        String among,
        List<CurrencyAging> currencies,
        String drill,
        Slice<Row> customers,
        boolean isFirstPage) {

    static final int OLDEST_BAND = 4;

    /** The last days of the buckets, {@code 30, 60, 90}. */
    public String days() {
        return buckets.lastDays().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public boolean isByDue() {
        return buckets.basis() == Basis.DUE;
    }

    /** An amount, and the list of the rows of which it is the sum. */
    public record Figure(Money amount, String rows) {}

    /** The buckets of one currency; their amounts sum to the total, credits stand apart. */
    public record CurrencyAging(List<Bucket> buckets, long count, Figure total, Money credit) {}

    /**
     * Documents of one age.
     *
     * @param band 0 to 4, the colour
     * @param percent of the total, 0 to 100, for the width of the bar
     */
    public record Bucket(int band, String name, long count, Figure figure, int percent) {}

    /** A customer with the amounts of the buckets in their order. */
    public record Row(long customerId, String number, String name, List<Figure> figures, Figure total) {}
}
