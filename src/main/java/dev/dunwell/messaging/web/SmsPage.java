package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.SmsAccount;
import dev.dunwell.messaging.SmsAccounts;
import dev.dunwell.messaging.TrySms;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: the gateway that text messages leave through. Its secret goes in and never comes out. */
@Controller
class SmsPage {

    private static final String ADDRESS = "/settings/text-messages";
    private static final SmsAccount EMPTY = new SmsAccount("", true, null, null);

    private final SmsAccounts accounts;
    private final TrySms trySms;

    SmsPage(SmsAccounts accounts, TrySms trySms) {
        this.accounts = accounts;
        this.trySms = trySms;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, accounts.current().orElse(EMPTY), List.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form) {
        var typed = new SmsAccount(form.getOrDefault("url", ""), form.containsKey("isOn"), null, null);
        try {
            accounts.keep(caller.actor(), typed.url(), form.getOrDefault("secret", ""), typed.isOn());
            return Onward.to(ADDRESS, Flash.done("Saved. Send a test below before anything else leaves."));
        } catch (BadInput bad) {
            return refused(caller, typed, bad);
        }
    }

    @PostMapping(ADDRESS + "/test")
    ModelAndView tryOut(Caller caller, @RequestParam Map<String, String> form) {
        try {
            TrySms.Tried tried = trySms.to(caller, form.getOrDefault("number", ""));
            return Onward.to(ADDRESS, tried.isSent() ? Flash.done(tried.said()) : Flash.refused(tried.said()));
        } catch (BadInput bad) {
            return refused(caller, accounts.current().orElse(EMPTY), bad);
        }
    }

    private ModelAndView refused(Caller caller, SmsAccount account, BadInput bad) {
        ModelAndView page = page(caller, account, bad.problems());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Caller caller, SmsAccount account, List<Problem> problems) {
        return new ModelAndView("messaging/sms")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("account", account)
                .addObject("isThere", accounts.current().isPresent())
                .addObject("problems", problems)
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }
}
