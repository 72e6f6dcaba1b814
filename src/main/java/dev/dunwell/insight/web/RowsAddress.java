package dev.dunwell.insight.web;

import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.web.Several;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows behind a figure of the aging stand: the list of invoices as of the same day, narrowed down to the same
 * currency, customers and due or issue dates.
 *
 * @param customers their numbers as {@link Several} writes them; empty for all
 */
record RowsAddress(Aging.Question question, Currency currency, String customers) {

    /** Of all ages. */
    String all() {
        return of(new Buckets.Days(null, null));
    }

    /** Of one bucket, 0 is the youngest. */
    String bucket(int bucket) {
        return of(question.buckets().days(bucket, question.asOf().day()));
    }

    private String of(Buckets.Days days) {
        String basis = question.buckets().basis() == Basis.DUE ? "due" : "issued";
        return "/invoices"
                + question.asOf()
                        .query(
                                "currency",
                                currency.getCurrencyCode(),
                                "customer",
                                customers,
                                basis + "From",
                                text(days.from()),
                                basis + "To",
                                text(days.to()));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
