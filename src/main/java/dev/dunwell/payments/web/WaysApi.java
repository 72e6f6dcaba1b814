package dev.dunwell.payments.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.WayToPay;
import dev.dunwell.payments.WaysToPay;
import dev.dunwell.payments.online.OnlinePayment;
import dev.dunwell.payments.online.OnlinePayments;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a customer can pay, and the payments by card or wallet that were started, for programs. */
@RestController
class WaysApi {

    private static final int SHOWN = 200;

    private final Customers customers;
    private final OpenItems openItems;
    private final WaysToPay waysToPay;
    private final OnlinePayments payments;

    WaysApi(Customers customers, OpenItems openItems, WaysToPay waysToPay, OnlinePayments payments) {
        this.customers = customers;
        this.openItems = openItems;
        this.waysToPay = waysToPay;
        this.payments = payments;
    }

    /**
     * A way that is open.
     *
     * @param details what a payer types, by what it is called in English
     * @param qr what stands in the code for banking apps; null where there is none
     * @param surcharge on top of the amount
     */
    record WayJson(
            String method,
            Map<String, String> details,
            @Nullable String reference,
            @Nullable String qr,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal surcharge,
            boolean isPreferred) {

        static WayJson of(WayToPay way) {
            PayWords words = PayWords.of("en");
            Map<String, String> details = new LinkedHashMap<>();
            way.rows().forEach(row -> details.put(words.word(row.labelKey()), row.shown(words)));
            var reference = way.reference();
            var qr = way.qr();
            var amount = way.amount();
            var surcharge = way.surcharge();
            return new WayJson(
                    way.method().code(),
                    details,
                    reference == null ? null : reference.text(),
                    qr == null ? null : qr.payload(),
                    amount == null ? null : amount.amount(),
                    surcharge == null ? null : surcharge.amount(),
                    way.isPreferred());
        }
    }

    /** The ways in a currency, the preferred one first. */
    record Ways(String currency, List<WayJson> ways) {}

    /** @param trouble what a person has to look at; null when nothing */
    record StartedJson(
            long id,
            String provider,
            String state,
            BigDecimal amount,
            BigDecimal surcharge,
            String currency,
            @Nullable Long paymentId,
            Instant startedAt,
            @Nullable LocalDate paidOn,
            @Nullable String trouble) {

        static StartedJson of(OnlinePayment payment) {
            return new StartedJson(
                    payment.id(),
                    payment.provider().code(),
                    payment.state().name().toLowerCase(Locale.ROOT),
                    payment.amount().amount(),
                    payment.surcharge().amount(),
                    payment.amount().currency().getCurrencyCode(),
                    payment.paymentId(),
                    payment.startedAt(),
                    payment.paidOn(),
                    payment.trouble());
        }
    }

    /** The latest, the latest first. */
    record AllStarted(List<StartedJson> items) {}

    @Operation(summary = "How a customer can pay these open invoices whole; without invoices any amount on account")
    @GetMapping("/api/v1/customers/{number}/ways-to-pay")
    Ways ways(
            Caller caller,
            @PathVariable String number,
            @RequestParam String currency,
            @RequestParam @Nullable List<String> invoice) {
        long customer = customer(number);
        Currency in = currency(currency);
        List<String> asked = invoice == null ? List.of() : invoice;
        Map<Long, Share> shares = new LinkedHashMap<>();
        for (OpenItem item : openItems.of(customer, caller.today())) {
            if (asked.contains(item.number()) && item.open().currency().equals(in)) {
                shares.merge(
                        item.id(),
                        new Share(item.id(), item.open()),
                        (a, b) -> new Share(a.invoiceId(), a.amount().plus(b.amount())));
            }
        }
        if (shares.size() < asked.stream().distinct().count()) {
            throw BadInput.in("invoice", "One of these invoices is not open in this currency.");
        }
        var chosen = new WaysToPay.Chosen(customer, in, List.copyOf(shares.values()), caller.today());
        return new Ways(
                in.getCurrencyCode(),
                waysToPay.of(chosen).stream().map(WayJson::of).toList());
    }

    @Operation(summary = "Payments by card or wallet that a customer's payers started, the latest first")
    @GetMapping("/api/v1/customers/{number}/started-payments")
    AllStarted started(@PathVariable String number) {
        return new AllStarted(payments.of(customer(number), SHOWN).stream()
                .map(StartedJson::of)
                .toList());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write a currency as EUR.");
        }
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
