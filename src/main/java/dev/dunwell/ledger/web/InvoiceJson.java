package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Invoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice for programs.
 *
 * @param customer its number
 * @param amount and {@code open} are exact, in {@code currency}
 */
record InvoiceJson(
        String number,
        String customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        BigDecimal amount,
        BigDecimal open,
        String currency,
        boolean disputed,
        @Nullable String reference) {

    static InvoiceJson of(Invoice invoice) {
        Invoice.Bill bill = invoice.bill();
        return new InvoiceJson(
                invoice.number(),
                invoice.customerNumber(),
                bill.issuedOn(),
                bill.dueOn(),
                bill.amount().amount(),
                invoice.open().amount(),
                bill.amount().currency().getCurrencyCode(),
                bill.disputed(),
                bill.reference());
    }

    /** One line; its amount is in the invoice's currency. */
    record Line(
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal amount) {

        static Line of(Invoice.Line line) {
            return new Line(
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.amount().amount());
        }
    }

    /** A new invoice: dueOn, reference and lines may be missing. */
    record New(
            @Nullable String customer,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reference,
            @Nullable List<Line> lines) {

        List<Invoice.Line> read(Given given, Currency currency) {
            List<Invoice.Line> read = new ArrayList<>();
            for (Line line : Objects.requireNonNullElse(lines, List.<Line>of())) {
                Money amount = given.money("lines.amount", line.amount, currency);
                BigDecimal quantity = Objects.requireNonNullElse(line.quantity, BigDecimal.ONE);
                BigDecimal unitPrice = Objects.requireNonNullElse(line.unitPrice, amount.amount());
                read.add(new Invoice.Line(
                        given.text("lines.description", line.description), quantity, unitPrice, amount));
            }
            return read;
        }
    }

    /** What an amendment may change. */
    record Bill(
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            boolean disputed,
            @Nullable String reference) {

        static Bill of(Invoice.Bill bill) {
            return new Bill(
                    bill.issuedOn(),
                    bill.dueOn(),
                    bill.amount().amount(),
                    bill.amount().currency().getCurrencyCode(),
                    bill.disputed(),
                    bill.reference());
        }

        Invoice.Bill read() {
            var given = new Given();
            var bill = new Invoice.Bill(
                    given.day("issuedOn", issuedOn),
                    given.day("dueOn", dueOn),
                    given.money(amount, currency),
                    disputed,
                    Given.optional(reference));
            given.done();
            return bill;
        }
    }

    /** What the invoice said until it was amended. */
    record Earlier(Instant knownUntil, LocalDate issuedOn, LocalDate dueOn, BigDecimal amount, String currency) {

        static Earlier of(Invoice.Version version) {
            Invoice.Bill bill = version.bill();
            return new Earlier(
                    version.knownUntil(),
                    bill.issuedOn(),
                    bill.dueOn(),
                    bill.amount().amount(),
                    bill.amount().currency().getCurrencyCode());
        }
    }

    /** An invoice with all that belongs to it. */
    record Whole(InvoiceJson invoice, List<Line> lines, List<AllocationJson> allocations, List<Earlier> earlier) {

        static Whole of(
                Invoice invoice,
                List<Invoice.Line> lines,
                List<Allocation> allocations,
                List<Invoice.Version> earlier) {
            return new Whole(
                    InvoiceJson.of(invoice),
                    lines.stream().map(Line::of).toList(),
                    allocations.stream().map(AllocationJson::of).toList(),
                    earlier.stream().map(Earlier::of).toList());
        }
    }
}
