package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.LateFee;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.TermsVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of terms for programs; name, validFrom, due, methods and late are needed.
 *
 * @param version is given by the house
 * @param due {@code net 30}, {@code end of month + 30}, {@code day 15 of next month, from day 20 the month after} or
 *     {@code 30 % after 0 days, 70 % after 60 days}
 * @param discounts {@code 3/10, 2/20}: percent of the gross amount within days of the invoice's date
 * @param methods of bank_transfer, direct_debit, card, cheque, paypal, stripe, cash
 * @param late none, contract, statute or both
 * @param interestPercent for each {@code interestPer}, month or year; days counted by {@code dayCount}: actual_365,
 *     actual_360, thirty_360, actual_actual, month_started or month_pro_rata
 * @param regime whose statute: at, de, es, eu, fr or uk; {@code prevails} contract or statute, when there are both
 * @param fees by stage of reminding: {@code 2: 5.00, 3: 2 %}
 */
record TermsJson(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable LocalDate validFrom,
        @Nullable String due,
        @Nullable String discounts,
        @Nullable Integer discountGraceDays,
        @Nullable List<String> methods,
        @Nullable String late,
        @Nullable BigDecimal interestPercent,
        @Nullable String interestPer,
        @Nullable String dayCount,
        @Nullable String regime,
        @Nullable String prevails,
        @Nullable String fees,
        @Nullable Integer lateGraceDays,
        @Nullable Boolean longTimeAgreed) {

    static TermsJson of(TermsVersion version) {
        Conditions conditions = version.conditions();
        Penalties penalties = conditions.penalties();
        Penalties.Interest interest = penalties.interest();
        return new TermsJson(
                version.name(),
                version.number(),
                version.validFrom(),
                conditions.due().toString(),
                DiscountStep.written(conditions.discounts()),
                conditions.discountGraceDays(),
                conditions.methods().stream().sorted().map(PaymentMethod::code).toList(),
                TermsFields.late(penalties),
                interest == null ? null : interest.percent(),
                interest == null ? null : interest.per().code(),
                interest == null ? null : interest.dayCount().code(),
                penalties.regime().code(),
                penalties.prevails() == null ? null : penalties.prevails().code(),
                LateFee.written(penalties.fees()),
                penalties.graceDays(),
                conditions.longTimeAgreed());
    }

    /** As the fields of the form, to be read in the same way. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        put(fields, "due", due);
        put(fields, "discounts", discounts);
        put(fields, "discountGraceDays", discountGraceDays);
        put(fields, "late", late);
        put(fields, "interestPercent", interestPercent == null ? null : interestPercent.toPlainString());
        put(fields, "interestPer", interestPer);
        put(fields, "dayCount", dayCount);
        put(fields, "regime", regime);
        put(fields, "prevails", prevails);
        put(fields, "fees", fees);
        put(fields, "lateGraceDays", lateGraceDays);
        put(fields, "longTimeAgreed", Boolean.TRUE.equals(longTimeAgreed) ? "yes" : null);
        if (methods != null) {
            methods.forEach(method -> fields.put(TermsFields.METHOD + method, "yes"));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
