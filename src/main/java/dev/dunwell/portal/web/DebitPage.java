package dev.dunwell.portal.web;

import dev.dunwell.portal.AllowDebit;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Payer;
import dev.dunwell.web.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Direct debit at the door: the mandate in its words, given and taken back. */
@Controller
class DebitPage {

    private final AllowDebit allowDebit;

    DebitPage(AllowDebit allowDebit) {
        this.allowDebit = allowDebit;
    }

    @GetMapping("/door/{place}/debit")
    String show(Payer payer, Model model) {
        payer.requireProof();
        DoorWords words = payer.words();
        model.addAttribute("payer", payer);
        model.addAttribute("w", words);
        model.addAttribute("mandates", allowDebit.of(payer));
        model.addAttribute("consent", consent(payer));
        return "portal/debit";
    }

    @PostMapping("/door/{place}/debit")
    ModelAndView allow(
            Payer payer,
            @RequestParam String holder,
            @RequestParam String iban,
            @RequestParam(defaultValue = "always") String often,
            @RequestParam(defaultValue = "off") String agreed) {
        if (!agreed.equals("on")) {
            throw BadInput.in("agreed", "Tick that you agree.");
        }
        boolean isOnce = often.equals("once");
        String consent = consent(payer) + "\n" + payer.words().word(isOnce ? "debit.once" : "debit.always");
        allowDebit.allow(payer, new AllowDebit.Given(holder, iban, isOnce, consent));
        return Go.to("/door/" + payer.here().key() + "/debit");
    }

    @PostMapping("/door/{place}/debit/{id}/end")
    ModelAndView takeBack(Payer payer, @PathVariable long id) {
        allowDebit.takeBack(payer, id);
        return Go.to("/door/" + payer.here().key() + "/debit");
    }

    private String consent(Payer payer) {
        return payer.words().word("debit.consent", payer.caller().organisation().name(), allowDebit.creditorId());
    }
}
