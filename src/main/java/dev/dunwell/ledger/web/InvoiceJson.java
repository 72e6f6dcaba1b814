package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Instalment;
import dev.dunwell.ledger.Invoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice for programs.
 *
 * @param customer its number
 * @param amount and {@code open} are decimals as text, in {@code currency}
 */
record InvoiceJson(
        String number,
        String customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        String amount,
        String open,
        String currency,
        boolean disputed,
        @Nullable String reference,
        String kind,
        @Nullable String origin,
        List<Part> instalments) {

    static InvoiceJson of(Invoice invoice) {
        Invoice.Bill bill = invoice.bill();
        return new InvoiceJson(
                invoice.number(),
                invoice.customerNumber(),
                bill.issuedOn(),
                bill.dueOn(),
                bill.amount().amount().toPlainString(),
                invoice.open().amount().toPlainString(),
                bill.amount().currency().getCurrencyCode(),
                bill.disputed(),
                bill.reference(),
                invoice.nature().kind().code(),
                invoice.nature().origin(),
                invoice.parts().stream().map(Part::of).toList());
    }

    /** An instalment; what is settled fills the earliest first. */
    record Part(LocalDate dueOn, String amount, String open) {

        static Part of(Instalment.Part part) {
            return new Part(
                    part.dueOn(),
                    part.amount().amount().toPlainString(),
                    part.open().amount().toPlainString());
        }
    }

    /** An instalment that is agreed. */
    record Due(@Nullable LocalDate dueOn, @Nullable BigDecimal amount) {

        static Due of(Instalment instalment) {
            return new Due(instalment.dueOn(), instalment.amount().amount());
        }

        static List<Instalment> read(Given given, @Nullable List<Due> dues, Currency currency) {
            return Objects.requireNonNullElse(dues, List.<Due>of()).stream()
                    .map(due -> new Instalment(
                            given.day("instalments.dueOn", due.dueOn),
                            given.money("instalments.amount", due.amount, currency)))
                    .toList();
        }
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

    /**
     * A new invoice: dueOn, reference, lines, instalments, kind and origin may be missing.
     *
     * @param kind invoice, opening_balance, interest, fee or chargeback; invoice when it is missing
     * @param origin the number of the invoice it arose from
     */
    record New(
            @Nullable String customer,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reference,
            @Nullable List<Line> lines,
            @Nullable List<Due> instalments,
            @Nullable String kind,
            @Nullable String origin) {

        Invoice.Nature nature(Given given) {
            Invoice.Kind known = given.read(
                    "kind",
                    kind,
                    code -> Invoice.Kind.valueOf(code.toUpperCase(Locale.ROOT)),
                    "Give invoice, opening_balance, interest, fee or chargeback.");
            return new Invoice.Nature(known == null ? Invoice.Kind.INVOICE : known, Given.optional(origin));
        }

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
            @Nullable String reference,
            @Nullable List<Due> instalments) {

        static Bill of(Invoice.Bill bill) {
            return new Bill(
                    bill.issuedOn(),
                    bill.dueOn(),
                    bill.amount().amount(),
                    bill.amount().currency().getCurrencyCode(),
                    bill.disputed(),
                    bill.reference(),
                    bill.instalments().stream().map(Due::of).toList());
        }

        Invoice.Bill read() {
            var given = new Given();
            Money total = given.money(amount, currency);
            var bill = new Invoice.Bill(
                            given.day("issuedOn", issuedOn),
                            given.day("dueOn", dueOn),
                            total,
                            disputed,
                            Given.optional(reference))
                    .with(Due.read(given, instalments, total.currency()));
            given.done();
            return bill;
        }
    }

    /** What the invoice said until it was amended. */
    record Earlier(Instant knownUntil, LocalDate issuedOn, LocalDate dueOn, String amount, String currency) {

        static Earlier of(Invoice.Version version) {
            Invoice.Bill bill = version.bill();
            return new Earlier(
                    version.knownUntil(),
                    bill.issuedOn(),
                    bill.dueOn(),
                    bill.amount().amount().toPlainString(),
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
