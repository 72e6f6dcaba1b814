package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.WithdrawBillable;
import dev.dunwell.kernel.MoneyBag;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Unbilled work: everything delivered that stands on no invoice yet, the oldest first; add some, or say it is free. */
@Controller
class UnbilledPage {

    private static final String ADDRESS = "/invoicing/unbilled";

    private final Billables billables;
    private final Customers customers;
    private final AddBillable addBillable;
    private final WithdrawBillable withdrawBillable;
    private final WorkForm workForm;

    UnbilledPage(
            Billables billables,
            Customers customers,
            AddBillable addBillable,
            WithdrawBillable withdrawBillable,
            WorkForm workForm) {
        this.billables = billables;
        this.customers = customers;
        this.addBillable = addBillable;
        this.withdrawBillable = withdrawBillable;
        this.workForm = workForm;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return show(
                caller, Map.of("quantity", "1", "deliveredOn", caller.today().toString()), Map.of());
    }

    private ModelAndView show(Caller caller, Map<String, String> values, Map<String, String> problems) {
        List<Billable> all = billables.unbilled(LocalDate.MAX);
        var names = customers.named(all.stream().map(Billable::customerId).collect(Collectors.toSet()));
        List<UnbilledRow> rows = all.stream()
                .map(each -> UnbilledRow.of(each, Objects.requireNonNull(names.get(each.customerId())), caller.today()))
                .sorted()
                .toList();
        return new ModelAndView("invoicing/unbilled")
                .addObject("rows", rows)
                .addObject(
                        "total", MoneyBag.of(all.stream().map(Billable::amount).toList()))
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("mayAdd", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response) {
        try {
            addBillable.add(
                    caller.actor(),
                    workForm.read(caller, form, caller.organisation().locale()));
            return Onward.to(ADDRESS, Flash.done("Noted. It is on the next run."));
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(caller, form, bad.byField());
        } catch (Refusal refused) {
            return Onward.to(ADDRESS, Flash.refused(String.valueOf(refused.getMessage())));
        }
    }

    @PostMapping("/invoicing/unbilled/{id}/withdrawal")
    ModelAndView withdraw(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        try {
            withdrawBillable.withdraw(caller.actor(), id, why);
            return Onward.to(ADDRESS, Flash.done("It is not billed."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }
}
