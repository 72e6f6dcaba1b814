package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads work that is to be billed as it was typed, or as a program sends it; empty fields have the usual meaning. */
@Component
class WorkForm {

    private final Customers customers;

    WorkForm(Customers customers) {
        this.customers = customers;
    }

    /** @param locale how amounts and days are written */
    Billable read(Caller caller, Map<String, String> form, Locale locale) {
        var typed = new Typed(form, locale);
        String currency = or(typed, "currency", caller.organisation().currency().getCurrencyCode());
        Money price = typed.amount("price", currency);
        BigDecimal typedQuantity = typed.number("quantity");
        LocalDate on = typed.day("deliveredOn");
        typed.demand("customer", "Give the customer's number.");
        typed.demand("description", "Say what it is.");
        typed.demand("price", "Give the price of one.");
        typed.check();
        String number = typed.text("customer");
        var customer = customers
                .byNumber(number)
                .orElseThrow(() -> BadInput.in("customer", "There is no customer " + number + "."));
        BigDecimal quantity = typedQuantity == null ? BigDecimal.ONE : typedQuantity;
        BigDecimal unitPrice = Objects.requireNonNull(price).amount();
        LocalDate day = on == null ? caller.today() : on;
        return new Billable(
                0,
                customer.id(),
                origin(or(typed, "origin", "other")),
                or(typed, "key", "entered:" + UUID.randomUUID()),
                typed.text("description"),
                new Billable.Quantity(quantity, or(typed, "unit", "unit")),
                unitPrice,
                Money.halfUp(quantity.multiply(unitPrice), price.currency()),
                Tax.parse(typed.text("tax")),
                new Span(day, day.plusDays(1)),
                day,
                Contract.Issue.APPROVE,
                "",
                typed.choice("order"),
                null);
    }

    private static Billable.Origin origin(String code) {
        try {
            return Billable.Origin.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("origin", "Say milestone, hours, expense, deposit or other.");
        }
    }

    private static String or(Typed typed, String field, String otherwise) {
        return typed.text(field).isEmpty() ? otherwise : typed.text(field);
    }
}
