package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Cash;
import dev.dunwell.ledger.CashRules;
import dev.dunwell.ledger.ChangeCashRules;
import dev.dunwell.ledger.Payment;
import dev.dunwell.web.Listed;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money that settles nothing yet, and the rules by which money is applied; amounts are decimals as text. */
@RestController
class CashApi {

    private final Cash cash;
    private final CashRules rules;
    private final ChangeCashRules changeCashRules;

    CashApi(Cash cash, CashRules rules, ChangeCashRules changeCashRules) {
        this.cash = cash;
        this.rules = rules;
        this.changeCashRules = changeCashRules;
    }

    /** A payment of which something is left; {@code state} is unidentified, unapplied or on_account. */
    record Line(
            long payment,
            String state,
            @Nullable String customer,
            LocalDate receivedOn,
            String amount,
            String left,
            String currency,
            String reference,
            long ageDays) {

        static Line of(Cash.Line line, LocalDate today) {
            return new Line(
                    line.paymentId(),
                    line.state().code(),
                    line.customerNumber(),
                    line.receivedOn(),
                    line.amount().amount().toPlainString(),
                    line.left().amount().toPlainString(),
                    line.left().currency().getCurrencyCode(),
                    line.reference(),
                    line.age(today));
        }
    }

    /** The largest rest in a currency that is written off with the payment that leaves it. */
    record Tolerance(@Nullable String currency, @Nullable BigDecimal amount) {}

    /** How money is applied; {@code order} is oldest_due or costs_interest_principal. */
    record Rules(@Nullable String order, @Nullable List<Tolerance> tolerances) {}

    @Operation(summary = "Money that settles nothing yet as of a day, the oldest first")
    @GetMapping("/api/v1/cash")
    Listed<Line> list(
            Caller caller, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable String state, Paging paging) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        var given = new Given();
        Payment.State wanted = given.read(
                "state",
                state,
                code -> Payment.State.valueOf(code.toUpperCase(Locale.ROOT)),
                "Give unidentified, unapplied or on_account.");
        given.done();
        return Listed.of(
                cash.page(wanted, day, paging.after(Cash.CURSOR_KEYS), paging.size()), line -> Line.of(line, day));
    }

    @Operation(summary = "The order in which money settles invoices, and the tolerances")
    @GetMapping("/api/v1/cash-rules")
    Rules rules() {
        return new Rules(
                rules.order().code(),
                rules.tolerances().values().stream()
                        .map(t -> new Tolerance(t.currency().getCurrencyCode(), t.amount()))
                        .toList());
    }

    @Operation(summary = "Change how money is applied from now on; a currency left out has no tolerance")
    @PutMapping("/api/v1/cash-rules")
    Rules change(Caller caller, @RequestBody Rules body) {
        var given = new Given();
        CashRules.Order order = given.read(
                "order",
                given.text("order", body.order),
                code -> CashRules.Order.valueOf(code.toUpperCase(Locale.ROOT)),
                "Give oldest_due or costs_interest_principal.");
        List<Money> tolerances = Objects.requireNonNullElse(body.tolerances, List.<Tolerance>of()).stream()
                .map(t -> tolerance(given, t))
                .toList();
        given.done();
        changeCashRules.change(caller.actor(), Objects.requireNonNull(order), tolerances);
        return rules();
    }

    private static Money tolerance(Given given, Tolerance tolerance) {
        Currency currency = given.currency("tolerances.currency", tolerance.currency);
        return currency == null
                ? given.wrong("tolerances.currency", "Give a currency, such as EUR.", Money.ofMinor(0, "EUR"))
                : given.money("tolerances.amount", tolerance.amount, currency);
    }
}
