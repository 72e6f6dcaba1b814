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
 * @param customers one page of customers of the currency {@code drill}, most overdue first
 */
public record AgingView(
        AsOf asOf,
        Buckets buckets,
        String query,
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

    /** The buckets of one currency; their amounts sum to the total, credits stand apart. */
    public record CurrencyAging(List<Bucket> buckets, long count, Money total, Money credit) {}

    /**
     * Documents of one age.
     *
     * @param band 0 to 4, the colour
     * @param percent of the total, 0 to 100, for the width of the bar
     */
    public record Bucket(int band, String name, long count, Money amount, int percent) {}

    /** A customer with the amounts of the buckets in their order. */
    public record Row(long customerId, String number, String name, List<Money> amounts, Money total) {}
}
