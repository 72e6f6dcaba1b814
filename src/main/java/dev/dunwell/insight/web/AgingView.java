package dev.dunwell.insight.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.List;

/**
 * Aging as of a day, per currency.
 *
 * @param basis due or issued
 * @param customers one page of customers of the currency {@code drill}, most overdue first
 */
public record AgingView(
        LocalDate asOf,
        String basis,
        List<CurrencyAging> currencies,
        String drill,
        Slice<Row> customers,
        boolean isFirstPage) {

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
