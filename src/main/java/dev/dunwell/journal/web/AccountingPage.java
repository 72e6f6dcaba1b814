package dev.dunwell.journal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.journal.Account;
import dev.dunwell.journal.AccountNumbers;
import dev.dunwell.journal.AccountingSettings;
import dev.dunwell.journal.ChangeAccounting;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: which numbers the accounts have in the general ledger. */
@Controller
class AccountingPage {

    private static final String ADDRESS = "/settings/accounting";

    private final AccountNumbers accountNumbers;
    private final ChangeAccounting changeAccounting;

    AccountingPage(AccountNumbers accountNumbers, ChangeAccounting changeAccounting) {
        this.accountNumbers = accountNumbers;
        this.changeAccounting = changeAccounting;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, values(accountNumbers.settings()), Map.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response) {
        try {
            changeAccounting.change(caller.actor(), form);
            return Onward.to(ADDRESS, Flash.done("The numbers are saved. The next export uses them."));
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, form, bad.byField());
        }
    }

    private static ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("journal/accounting")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }

    private static Map<String, String> values(AccountingSettings settings) {
        Map<String, String> values = new HashMap<>();
        for (Account account : Account.values()) {
            values.put(account.code(), settings.numbers().getOrDefault(account, ""));
        }
        values.put("consultant", text(settings.consultant()));
        values.put("client", text(settings.client()));
        values.put("accountDigits", text(settings.accountDigits()));
        values.put("yearBegins", text(settings.yearBegins()));
        if (settings.withDocuments()) {
            values.put("withDocuments", "on");
        }
        return values;
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
