package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.ChangeContract.Change;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.Indexation;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.Recurrence;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.agreements.Span;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
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
    private final Contracts contracts;

    ContractForm(Customers customers, Contracts contracts) {
        this.customers = customers;
        this.contracts = contracts;
    }

    record Read(RecordContract.Head head, RecordContract.Line line) {}

    /** @param locale how amounts are written */
    Read read(Caller caller, Map<String, String> form, Locale locale) {
        var typed = new Typed(form, locale);
        typed.demand("customer", "Give the customer's number.");
        typed.demand("number", "Give the contract's number.");
        typed.demand("title", "Say what it is about.");
        RecordContract.Line line = line(caller, typed);
        Customer customer = customers
                .byNumber(typed.text("customer"))
                .orElseThrow(() -> BadInput.in(
                        "customer", "There is no customer \"" + typed.text("customer") + "\". Give its number."));
        var head = new RecordContract.Head(
                customer.id(),
                typed.text("number"),
                typed.text("title"),
                zone(typed.text("zone"), caller),
                choice(typed, "issue", Contract.Issue.APPROVE),
                !typed.text("apart").equals("true"),
                typed.choice("order"),
                null);
        return new Read(head, line);
    }

    /**
     * What is agreed anew, named in {@code what}: a price of a {@code line} (else of the first), one more line, a
     * pause, or the end.
     */
    Change change(Caller caller, long contractId, Map<String, String> form, Locale locale) {
        var typed = new Typed(form, locale);
        return switch (typed.text("what")) {
            case "line" -> new Change.Line(line(caller, typed));
            case "price" -> price(contractId, typed);
            case "pause" -> pause(typed);
            case "end" -> new Change.End(from(typed));
            default -> throw BadInput.in("what", "Choose price, line, pause or end.");
        };
    }

    private Change.Price price(long contractId, Typed typed) {
        typed.demand("price", "Give the price of one.");
        BigDecimal price = typed.number("price");
        Long line = typed.id("line");
        LocalDate from = from(typed);
        long id = line == null
                ? contracts.lines(contractId).getFirst().recurring().id()
                : line;
        return new Change.Price(id, from, Objects.requireNonNull(price));
    }

    private static Change.Pause pause(Typed typed) {
        LocalDate to = typed.day("to");
        LocalDate from = from(typed);
        LocalDate until = to == null ? from.plusDays(1) : to.plusDays(1);
        return new Change.Pause(new Span(from, until.isBefore(from) ? from : until), typed.text("reason"));
    }

    private static LocalDate from(Typed typed) {
        LocalDate from = typed.day("from");
        typed.demand("from", "Give the day.");
        typed.check();
        return Objects.requireNonNull(from);
    }

    private static RecordContract.Line line(Caller caller, Typed typed) {
        typed.demand("description", "Say what is delivered.");
        typed.demand("price", "Give the price of one.");
        typed.demand("tax", "Give the tax, such as S19.");
        typed.demand("firstDay", "Give the first day.");
        BigDecimal price = typed.number("price");
        BigDecimal quantity = typed.number("quantity");
        LocalDate first = typed.day("firstDay");
        LocalDate last = typed.day("lastDay");
        LocalDate anchor = typed.day("anchor");
        LocalDate billedUntil = typed.day("billedUntil");
        Indexation indexation = indexation(typed);
        typed.check();
        LocalDate from = Objects.requireNonNull(first);
        String rule = or(typed, "rule", or(typed, "rhythm", "FREQ=MONTHLY"));
        return new RecordContract.Line(
                new RecurringLine.Item(
                        typed.text("description"),
                        quantity == null ? BigDecimal.ONE : quantity,
                        or(typed, "unit", "unit"),
                        currency(or(
                                typed,
                                "currency",
                                caller.organisation().currency().getCurrencyCode())),
                        typed.text("tax")),
                Recurrence.parse(rule, anchor == null ? from : anchor),
                new RecurringLine.Way(
                        choice(typed, "timing", RecurringLine.Timing.IN_ADVANCE),
                        choice(typed, "proration", RecurringLine.Proration.BY_DAY)),
                new RecurringLine.Term(from, last),
                Objects.requireNonNull(price),
                indexation,
                billedUntil);
    }

    private static @Nullable Indexation indexation(Typed typed) {
        BigDecimal percent = typed.number("indexPercent");
        LocalDate on = typed.day("indexOn");
        if (percent != null && on == null) {
            typed.refuse("indexOn", "Give the first day on which the price rises.");
        }
        return percent == null || on == null ? null : new Indexation(percent, on, MONTHS);
    }

    /** One of the constants by its code. */
    private static <E extends Enum<E>> E choice(Typed typed, String field, E otherwise) {
        String code = typed.text(field);
        return code.isEmpty()
                ? otherwise
                : Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                        .filter(each -> each.name().equalsIgnoreCase(code))
                        .findFirst()
                        .orElseThrow(() -> BadInput.in(field, "There is no \"" + code + "\" to choose."));
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
