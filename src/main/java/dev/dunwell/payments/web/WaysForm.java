package dev.dunwell.payments.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the settings for ways to pay. */
final class WaysForm {

    private static final BigDecimal LARGEST_PERCENT = BigDecimal.TEN;

    private WaysForm() {}

    static BankAccount account(Map<String, String> form, LocalDate today) {
        return new BankAccount(
                currency(text(form, "currency")),
                text(form, "holder"),
                text(form, "number").replaceAll("\\s", "").toUpperCase(Locale.ROOT),
                optional(text(form, "bic").replaceAll("\\s", "").toUpperCase(Locale.ROOT)),
                optional(text(form, "bank")),
                address(form),
                Scheme.ofCode(form.getOrDefault("scheme", Scheme.RF.code())),
                today);
    }

    private static BankAccount.@Nullable Address address(Map<String, String> form) {
        var address = new BankAccount.Address(
                text(form, "street"),
                text(form, "house"),
                text(form, "postcode"),
                text(form, "town"),
                text(form, "country").toUpperCase(Locale.ROOT));
        boolean isEmpty = (address.street() + address.postcode() + address.town() + address.country()).isEmpty();
        return isEmpty ? null : address;
    }

    /** The ways whose box is ticked: {@code on-EUR-card}, with {@code percent-EUR-card} and {@code fixed-EUR-card}. */
    static List<PayWay> ways(Map<String, String> form) {
        List<PayWay> ways = new ArrayList<>();
        for (String field : form.keySet()) {
            if (field.matches("on-[A-Z]{3}-[a-z_]+")) {
                String name = field.substring("on-".length());
                Currency currency = currency(name.substring(0, 3));
                ways.add(new PayWay(
                        currency,
                        PaymentMethod.ofCode(name.substring(4)),
                        number(form, "percent-" + name, LARGEST_PERCENT)
                                .movePointRight(2)
                                .intValueExact(),
                        Money.of(number(form, "fixed-" + name, new BigDecimal("1000")), currency)));
            }
        }
        return ways;
    }

    private static BigDecimal number(Map<String, String> form, String field, BigDecimal largest) {
        String typed = text(form, field).replace(',', '.');
        if (typed.isEmpty()) {
            return BigDecimal.ZERO;
        } else if (!typed.matches("\\d{1,4}(\\.\\d{1,2})?") || new BigDecimal(typed).compareTo(largest) > 0) {
            throw BadInput.in(
                    field, "Write a surcharge as 1.75, with at most two decimals and at most " + largest + ".");
        }
        return new BigDecimal(typed);
    }

    static Map<String, String> problems(BadInput bad) {
        Map<String, String> problems = new HashMap<>();
        for (Problem problem : bad.problems()) {
            problems.put(problem.column(), problem.message());
        }
        return problems;
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write a currency as EUR.");
        }
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }
}
