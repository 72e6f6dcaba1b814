package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Indexation;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.Recurrence;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a contract with one line as it was typed, or as a program sends it; empty fields have the usual meaning. */
@Component
class ContractForm {

    private static final int MONTHS = 12;

    private final Customers customers;

    ContractForm(Customers customers) {
        this.customers = customers;
    }

    record Read(RecordContract.Head head, RecordContract.Line line) {}

    Read read(Caller caller, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        for (String field : new String[] {"customer", "number", "title", "description", "price", "tax", "firstDay"}) {
            typed.demand(field, "Give the " + field + ".");
        }
        LocalDate first = typed.day("firstDay");
        LocalDate last = typed.day("lastDay");
        LocalDate anchor = typed.day("anchor");
        LocalDate billedUntil = typed.day("billedUntil");
        LocalDate indexOn = typed.day("indexOn");
        typed.check();
        Customer customer = customers
                .byNumber(typed.text("customer"))
                .orElseThrow(() -> BadInput.in("customer", "There is no customer " + typed.text("customer") + "."));
        LocalDate from = Objects.requireNonNull(first);
        var head = new RecordContract.Head(
                customer.id(),
                typed.text("number"),
                typed.text("title"),
                zone(typed.text("zone"), caller),
                Contract.Issue.ofCode(or(typed, "issue", "approve")),
                !typed.text("apart").equals("true"),
                typed.choice("order"),
                null);
        var line = new RecordContract.Line(
                new RecurringLine.Item(
                        typed.text("description"),
                        ContractsPage.price(or(typed, "quantity", "1")),
                        or(typed, "unit", "unit"),
                        currency(or(
                                typed,
                                "currency",
                                caller.organisation().currency().getCurrencyCode())),
                        typed.text("tax")),
                Recurrence.parse(or(typed, "rule", "FREQ=MONTHLY"), anchor == null ? from : anchor),
                new RecurringLine.Way(
                        RecurringLine.Timing.valueOf(
                                or(typed, "timing", "in_advance").toUpperCase(Locale.ROOT)),
                        RecurringLine.Proration.valueOf(
                                or(typed, "proration", "by_day").toUpperCase(Locale.ROOT))),
                new RecurringLine.Term(from, last),
                ContractsPage.price(typed.text("price")),
                indexation(typed, indexOn),
                billedUntil);
        return new Read(head, line);
    }

    private static @Nullable Indexation indexation(Typed typed, @Nullable LocalDate on) {
        String percent = typed.text("indexPercent");
        return percent.isEmpty() || on == null
                ? null
                : new Indexation(new BigDecimal(percent.replace(',', '.')), on, MONTHS);
    }

    private static ZoneId zone(String typed, Caller caller) {
        try {
            return typed.isEmpty() ? caller.organisation().zone() : ZoneId.of(typed);
        } catch (DateTimeException e) {
            throw BadInput.in("zone", "Write the zone as Europe/Berlin.");
        }
    }

    private static Currency currency(String typed) {
        try {
            return Currency.getInstance(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write the currency as three letters, such as EUR.");
        }
    }

    private static String or(Typed typed, String field, String otherwise) {
        return typed.text(field).isEmpty() ? otherwise : typed.text(field);
    }
}
