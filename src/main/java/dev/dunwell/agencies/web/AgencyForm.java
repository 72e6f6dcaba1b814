package dev.dunwell.agencies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agencies.FeeTerms;
import dev.dunwell.agencies.RecordAgency;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Typed;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of an agency. */
final class AgencyForm {

    private AgencyForm() {}

    static RecordAgency.Wanted read(@Nullable Long id, Map<String, String> form, Caller caller) {
        var typed = new Typed(form, caller.organisation().locale());
        String days = typed.text("leastDays");
        if (!days.matches("\\d{0,4}")) {
            typed.refuse("leastDays", "Give a number of days.");
        }
        FeeTerms terms = typed.text("percents").isEmpty() ? null : terms(typed);
        typed.check();
        return new RecordAgency.Wanted(
                id,
                typed.text("name"),
                typed.text("contact"),
                typed.text("email"),
                typed.text("phone"),
                days.isEmpty() ? 0 : Integer.parseInt(days),
                terms);
    }

    private static @Nullable FeeTerms terms(Typed typed) {
        String currency = typed.text("currency").toUpperCase(Locale.ROOT);
        Money least = typed.amount("least", currency);
        Money fixed = typed.amount("fixed", currency);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            typed.refuse("currency", "Give the currency of these terms, such as EUR.");
        }
        typed.check();
        return new FeeTerms(
                least == null ? Money.ofMinor(0, currency) : least,
                fixed == null ? Money.ofMinor(0, currency) : fixed,
                FeeTerms.read(typed.text("percents")));
    }
}
