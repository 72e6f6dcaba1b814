package dev.dunwell.statements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.PostalAddress;
import dev.dunwell.ledger.PostalAddresses;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the receipt of a payment, as things stand, in the payer's language, and keeps it. Asked for again it is the
 * same file, until the payment settles something else. Refuses a payment whose payer nobody knows, one that bounced,
 * and one that was moved here from another customer, who has its receipt.
 */
@Component
public class PrintReceipt {

    private final Receipts receipts;
    private final Payments payments;
    private final Customers customers;
    private final PostalAddresses addresses;
    private final Letterheads letterheads;
    private final Pdf pdf;
    private final Archive archive;
    private final Audit audit;

    PrintReceipt(
            Receipts receipts,
            Payments payments,
            Customers customers,
            PostalAddresses addresses,
            Letterheads letterheads,
            Pdf pdf,
            Archive archive,
            Audit audit) {
        this.receipts = receipts;
        this.payments = payments;
        this.customers = customers;
        this.addresses = addresses;
        this.letterheads = letterheads;
        this.pdf = pdf;
        this.archive = archive;
        this.audit = audit;
    }

    @Transactional
    public Receipts.Kept print(Caller caller, long paymentId) {
        Receipt receipt = receipt(caller, paymentId);
        return receipts.saying(paymentId, receipt).orElseGet(() -> made(caller, paymentId, receipt));
    }

    private Receipt receipt(Caller caller, long paymentId) {
        Payment payment = payments.byId(paymentId, LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
        if (payment.customerId() == null || payment.reversedOn() != null || payment.transferId() != null) {
            throw Refusal.because(
                    "no-receipt",
                    "There is no receipt for money of an unknown payer, that went back, or that came from another customer.");
        }
        Customer customer = customers.byId(payment.customerId()).orElseThrow();
        List<Receipt.Line> lines = receipts.lines(paymentId);
        Money settled = lines.stream()
                .map(Receipt.Line::paid)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        Locale language = Objects.requireNonNullElse(
                customer.profile().language(), caller.organisation().locale());
        return new Receipt(
                new Receipt.Payer(
                        customer.number(),
                        customer.name(),
                        addresses.of(customer.id()).map(PostalAddress::lines).orElse(""),
                        StatementWords.of(language.toLanguageTag()).language()),
                new Receipt.Paid(
                        payment.amount(), payment.receivedOn(), Receipts.way(payment.sourceKey()), payment.reference()),
                lines,
                payment.unapplied(),
                payment.amount().minus(settled).minus(payment.unapplied()));
    }

    private Receipts.Kept made(Caller caller, long paymentId, Receipt receipt) {
        Actor by = caller.actor();
        var sheet = new ReceiptSheet(
                receipt, letterheads.current(), caller.organisation().name(), caller.today());
        String hash = keep(pdf.of(sheet.html()));
        receipts.insert(paymentId, receipt, hash, by.name());
        audit.write(by, "receipt.made", "payment", paymentId, Map.of("hash", hash));
        return receipts.saying(paymentId, receipt).orElseThrow();
    }

    private String keep(byte[] bytes) {
        try {
            return archive.keep(new ByteArrayResource(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
