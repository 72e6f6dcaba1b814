package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Cash;
import dev.dunwell.ledger.Payment;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Money that settles nothing yet today, and the way to the acts that use it. */
@Controller
class CashPage {

    private static final int PAGE = 50;
    private static final List<Payment.State> STATES =
            List.of(Payment.State.UNIDENTIFIED, Payment.State.UNAPPLIED, Payment.State.ON_ACCOUNT);

    private final Cash cash;

    CashPage(Cash cash) {
        this.cash = cash;
    }

    @GetMapping("/cash")
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor) {
        Payment.State chosen = chosen(state);
        var page = cash.page(chosen, caller.today(), Cursor.parse(cursor, Cash.CURSOR_KEYS), PAGE);
        var view = new CashView(
                STATES, chosen, cash.sums(caller.today()), page, cursor.isEmpty(), caller.today());
        return new ModelAndView("ledger/cash").addObject("view", view);
    }

    @GetMapping("/cash.csv")
    void download(Caller caller, HttpServletResponse response) throws IOException {
        try (Csv csv = Csv.download(
                response,
                "cash-%s.csv".formatted(caller.today()),
                "payment",
                "state",
                "customer",
                "name",
                "received on",
                "currency",
                "amount",
                "left",
                "days old",
                "reference")) {
            cash.each(
                    caller.today(),
                    line -> csv.row(
                            line.paymentId(),
                            line.state().words(),
                            text(line.customerNumber()),
                            text(line.customerName()),
                            line.receivedOn(),
                            line.left().currency(),
                            line.amount(),
                            line.left(),
                            line.age(caller.today()),
                            line.reference()));
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static Payment.@Nullable State chosen(String code) {
        return Stream.of(Payment.State.values())
                .filter(state -> state.code().equals(code) && STATES.contains(state))
                .findFirst()
                .orElse(null);
    }
}
