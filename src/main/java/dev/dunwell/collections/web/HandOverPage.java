package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomerList;
import dev.dunwell.team.HandOver;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Gives many customers of the list to one person: those chosen, or all that the list shows. */
@Controller
class HandOverPage {

    private final CustomerList customers;
    private final HandOver handOver;

    HandOverPage(CustomerList customers, HandOver handOver) {
        this.customers = customers;
        this.handOver = handOver;
    }

    @PostMapping("/customers/handovers")
    ModelAndView handOver(
            Caller caller,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") List<Long> customer,
            @RequestParam @Nullable Long person,
            @RequestParam(defaultValue = "false") boolean everybody) {
        CustomersQuery asked = CustomersQuery.of(form);
        List<Long> chosen = everybody ? customers.ids(asked.filter(caller.personId())) : customer;
        int changed = handOver.accounts(caller, chosen, person, form.getOrDefault("reason", ""));
        return Onward.to(asked.address().url(), said(chosen.size(), changed));
    }

    private static Flash said(int chosen, int changed) {
        if (chosen == 0) {
            return Flash.refused("Choose customers in the list first, or everybody it shows.");
        } else {
            return Flash.done(changed == 1 ? "1 account changed hands." : changed + " accounts changed hands.");
        }
    }
}
