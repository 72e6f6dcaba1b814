package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.billing.AddReferenceRate;
import dev.dunwell.billing.FeeRules;
import dev.dunwell.billing.Reference;
import dev.dunwell.billing.ReferenceRates;
import dev.dunwell.billing.Statute;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statutes with their rates and sources, the form that adds a rate, and who claims the fees of stages. */
@Controller
class LatePaymentPage {

    private static final String ADDRESS = "/settings/late-payment";

    private final ReferenceRates rates;
    private final AddReferenceRate addReferenceRate;
    private final FeeRules feeRules;

    LatePaymentPage(ReferenceRates rates, AddReferenceRate addReferenceRate, FeeRules feeRules) {
        this.rates = rates;
        this.addReferenceRate = addReferenceRate;
        this.feeRules = feeRules;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, Map.of(), List.of());
    }

    @PostMapping(ADDRESS + "/rates")
    ModelAndView add(Caller caller, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        try {
            typed.demand("from", "Give the first day of the half-year.");
            Reference reference = reference(typed);
            LocalDate from = typed.day("from");
            BigDecimal percent = percent(typed);
            typed.check();
            addReferenceRate.add(
                    caller.actor(),
                    Objects.requireNonNull(reference),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(percent),
                    typed.text("source"));
            return Onward.to(ADDRESS, Flash.done("The rate is added. Interest that waited for it is worked out now."));
        } catch (BadInput bad) {
            ModelAndView page = page(caller, form, bad.problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(ADDRESS + "/fees")
    ModelAndView fees(Caller caller, @RequestParam(defaultValue = "") String claimed) {
        boolean claims = claimed.equals("by-night");
        feeRules.change(caller.actor(), claims, caller.today());
        return Onward.to(
                ADDRESS,
                Flash.done(
                        claims
                                ? "From tonight on the night claims the fees that it proposes."
                                : "The night proposes fees; a person claims them."));
    }

    private static @Nullable Reference reference(Typed typed) {
        try {
            return Reference.ofCode(typed.text("reference"));
        } catch (IllegalArgumentException e) {
            typed.refuse("reference", "Choose one from the list.");
            return null;
        }
    }

    private static @Nullable BigDecimal percent(Typed typed) {
        try {
            return new BigDecimal(typed.text("percent").replace(',', '.').replace('−', '-'));
        } catch (NumberFormatException e) {
            typed.refuse("percent", "Give the rate in percent, such as 2.15.");
            return null;
        }
    }

    private ModelAndView page(Caller caller, Map<String, String> values, List<Problem> problems) {
        return new ModelAndView("billing/late-payment")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject(
                        "view",
                        new LatePaymentView(
                                Statute.all(),
                                rates.table(),
                                feeRules.claimedSince().orElse(null),
                                caller.may("POST " + ADDRESS + "/rates"),
                                values,
                                problems));
    }
}
