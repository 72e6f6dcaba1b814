package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.invoicing.ChangeSeller;
import dev.dunwell.invoicing.Party;
import dev.dunwell.invoicing.Seller;
import dev.dunwell.invoicing.Sellers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: whether the house issues invoices, who sells, how documents look. */
@Controller
class InvoicingSettingsPage {

    private static final String ADDRESS = "/settings/invoicing";

    private final Sellers sellers;
    private final ChangeSeller changeSeller;

    InvoicingSettingsPage(Sellers sellers, ChangeSeller changeSeller) {
        this.sellers = sellers;
        this.changeSeller = changeSeller;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, sellers.current().orElseGet(() -> fresh(caller)), Map.of());
    }

    private static ModelAndView page(Caller caller, Seller seller, Map<String, String> problems) {
        return new ModelAndView("invoicing/settings")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("seller", seller)
                .addObject("problems", problems)
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }

    private static Seller fresh(Caller caller) {
        String country = Objects.requireNonNullElse(caller.organisation().country(), "");
        var party = new Party(
                caller.organisation().name(),
                new Party.Address("", "", "", country),
                "",
                "",
                Party.Endpoint.NONE,
                Party.Person.NOBODY);
        return new Seller(false, party, "INV", "", new Seller.Look(Map.of()));
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response) {
        Seller seller = read(form);
        try {
            changeSeller.change(caller.actor(), seller);
            return Onward.to(ADDRESS, Flash.done("Saved. Documents issued from now on have it."));
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, seller, bad.byField());
        }
    }

    private Seller read(Map<String, String> form) {
        Map<String, String> texts = new HashMap<>();
        for (String language : new String[] {"en", "de", "es", "fr"}) {
            if (!at(form, "text_" + language).isEmpty()) {
                texts.put(language, at(form, "text_" + language));
            }
        }
        var party = PartyForm.read(form);
        return new Seller(
                at(form, "on").equals("true"),
                new Party(
                        party.name(),
                        party.address(),
                        party.vatId(),
                        at(form, "taxNumber"),
                        party.endpoint(),
                        new Party.Person(at(form, "contact"), at(form, "phone"), at(form, "email"))),
                at(form, "series").toUpperCase(Locale.ROOT),
                at(form, "exemption"),
                new Seller.Look(texts));
    }

    private static String at(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
