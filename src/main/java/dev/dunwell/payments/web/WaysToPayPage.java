package dev.dunwell.payments.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.payments.AccountChanges;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.BankAccounts;
import dev.dunwell.payments.ChangeBankAccount;
import dev.dunwell.payments.ConfirmAccount;
import dev.dunwell.payments.PayWays;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.Keys;
import dev.dunwell.payments.online.OnlinePayments;
import dev.dunwell.payments.online.TryGateway;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: where money goes, which ways to pay are offered, the gateways. Keys go in and never come out. */
@Controller
class WaysToPayPage {

    private static final String ADDRESS = "/settings/ways-to-pay";
    private static final int SHOWN = 10;

    private final BankAccounts accounts;
    private final Acts acts;
    private final PayWays ways;
    private final GatewayAccounts gateways;
    private final OnlinePayments online;

    WaysToPayPage(BankAccounts accounts, Acts acts, PayWays ways, GatewayAccounts gateways, OnlinePayments online) {
        this.accounts = accounts;
        this.acts = acts;
        this.ways = ways;
        this.gateways = gateways;
        this.online = online;
    }

    /** What can be done about accounts, and what is on its way. */
    @Component
    record Acts(ChangeBankAccount change, ConfirmAccount confirm, AccountChanges changes, TryGateway tryGateway) {}

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, Map.of(), Map.of());
    }

    @PostMapping(ADDRESS + "/accounts")
    ModelAndView account(Caller caller, @RequestParam Map<String, String> form) {
        try {
            BankAccount account = WaysForm.account(form, caller.today());
            boolean holds = acts.change.change(caller, account);
            return Onward.to(
                    ADDRESS,
                    Flash.done(
                            holds
                                    ? "Saved. Payers see this account from now on."
                                    : "Asked for. A second person has to say yes; until it holds payers see the old one."));
        } catch (BadInput bad) {
            ModelAndView page = page(caller, form, WaysForm.problems(bad));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(ADDRESS + "/accounts/{id}/confirmation")
    ModelAndView confirm(Caller caller, @PathVariable long id) {
        LocalDate from = acts.confirm.confirm(caller, id);
        return Onward.to(ADDRESS, Flash.done("Confirmed. Payers see the new account from " + from + " on."));
    }

    @PostMapping(ADDRESS + "/accounts/{id}/withdrawal")
    ModelAndView takeBack(Caller caller, @PathVariable long id) {
        acts.confirm.takeBack(caller, id);
        return Onward.to(ADDRESS, Flash.done("Taken back. The account stays as it is."));
    }

    @PostMapping(ADDRESS + "/cooling")
    ModelAndView cool(Caller caller, @RequestParam(defaultValue = "0") int days) {
        try {
            acts.confirm.coolFor(caller, days);
            return Onward.to(ADDRESS, Flash.done("Saved. It holds for changes that are confirmed from now on."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping(ADDRESS)
    ModelAndView offer(Caller caller, @RequestParam Map<String, String> form) {
        try {
            ways.replace(caller.actor(), WaysForm.ways(form));
            return Onward.to(ADDRESS, Flash.done("Saved. Payers are offered these ways from now on."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping(ADDRESS + "/{provider}")
    ModelAndView gateway(Caller caller, @PathVariable String provider, @RequestParam Map<String, String> form) {
        Provider changed = Provider.read(provider).orElseThrow(() -> new NotFound("gateway"));
        var keys = new Keys(
                form.getOrDefault("client", ""),
                form.getOrDefault("secret", ""),
                form.getOrDefault("events", ""),
                form.containsKey("isTest"));
        try {
            boolean isNew = gateways.keep(caller.actor(), changed, keys, form.containsKey("isOn"));
            return Onward.to(
                    ADDRESS,
                    Flash.done(
                            isNew
                                    ? "Saved. Give " + changed.title() + " the address for events below, then try it."
                                    : "Saved."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping(ADDRESS + "/{provider}/test")
    ModelAndView tryOut(@PathVariable String provider) {
        Provider tried = Provider.read(provider).orElseThrow(() -> new NotFound("gateway"));
        return acts.tryGateway
                .tryOut(tried)
                .map(trouble -> Onward.to(ADDRESS, Flash.refused(trouble)))
                .orElseGet(() -> Onward.to(ADDRESS, Flash.done(tried.title() + " answers and knows the keys.")));
    }

    private ModelAndView page(Caller caller, Map<String, String> typed, Map<String, String> problems) {
        var view = new WaysView(
                accounts.all(),
                acts.changes.open(),
                acts.changes.coolingDays(),
                WaysView.offered(
                        accounts.all(), ways.all(), caller.organisation().currency()),
                WaysView.gateways(gateways, caller.organisation().id()),
                gateways.turnedAway(SHOWN),
                online.latest(true, SHOWN),
                typed,
                problems,
                caller.may("POST " + ADDRESS));
        return new ModelAndView("payments/ways")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("view", view);
    }
}
