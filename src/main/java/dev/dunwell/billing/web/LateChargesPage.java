package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.billing.LateCharges;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What lateness costs, of all customers, of one, and as a file. */
@Controller
class LateChargesPage {

    private static final int MOST = 200;

    private final LateCharges charges;

    LateChargesPage(LateCharges charges) {
        this.charges = charges;
    }

    @GetMapping("/late-charges")
    ModelAndView list(
            Caller caller, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state) {
        LateCharges.@Nullable State only = state(state);
        List<LateCharges.Row> all = charges.rows(null, caller.today()).stream()
                .filter(row -> isFound(row, q))
                .toList();
        List<LateCharges.Row> rows =
                all.stream().filter(row -> only == null || row.state() == only).toList();
        return new ModelAndView("billing/late-charges")
                .addObject(
                        "view",
                        new LateChargesView(
                                caller.today(),
                                q,
                                state,
                                LateCharges.totals(all),
                                rows.stream().limit(MOST).toList(),
                                rows.size(),
                                caller.may("POST /invoices/{id}/claims")));
    }

    @GetMapping("/late-charges.csv")
    void download(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        LateCharges.@Nullable State only = state(state);
        List<LateCharges.Row> rows = charges.rows(null, caller.today());
        String file = "late-charges-" + caller.today() + ".csv";
        try (Csv csv = Csv.download(
                response,
                file,
                "customer",
                "name",
                "invoice",
                "what",
                "state",
                "through",
                "currency",
                "amount",
                "receivable",
                "held until",
                "note")) {
            rows.stream()
                    .filter(row -> isFound(row, q) && (only == null || row.state() == only))
                    .forEach(row -> csv.row(cells(row)));
        }
    }

    /** A customer who owes nothing for lateness and never did has no such panel. */
    @GetMapping("/customers/{id}/charges")
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        List<LateCharges.Row> rows = charges.rows(id, caller.today());
        return new ModelAndView("billing/customer-charges")
                .addObject(
                        "view",
                        new LateChargesView(
                                caller.today(),
                                "",
                                "",
                                LateCharges.totals(rows),
                                rows.stream().limit(MOST).toList(),
                                rows.size(),
                                caller.may("POST /invoices/{id}/claims")));
    }

    private static @Nullable Object[] cells(LateCharges.Row row) {
        var decision = row.decision();
        return new @Nullable Object[] {
            row.of().customerNumber(),
            row.of().customerName(),
            row.of().invoiceNumber(),
            ChargeWords.title(row.stage()),
            row.state().code(),
            row.through(),
            row.amount().currency(),
            row.amount(),
            decision == null ? null : decision.receivableNumber(),
            decision == null ? null : decision.heldUntil(),
            row.note()
        };
    }

    private static LateCharges.@Nullable State state(String code) {
        try {
            return code.isEmpty() ? null : LateCharges.State.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("state", "Write accrued, proposed, claimed, held or waived.");
        }
    }

    private static boolean isFound(LateCharges.Row row, String q) {
        String part = q.strip().toLowerCase(Locale.ROOT);
        return (row.of().customerName() + "\n" + row.of().customerNumber() + "\n"
                        + row.of().invoiceNumber())
                .toLowerCase(Locale.ROOT)
                .contains(part);
    }
}
