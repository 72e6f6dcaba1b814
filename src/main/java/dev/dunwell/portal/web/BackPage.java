package dev.dunwell.portal.web;

import dev.dunwell.payments.CameBack;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a payer comes back from card or wallet. It says paid when the money is booked and not before, whatever the
 * address says. Browsers send no cookie of ours on the way back from another site, so it stands outside the visit.
 */
@Controller
class BackPage {

    private final CameBack cameBack;

    BackPage(CameBack cameBack) {
        this.cameBack = cameBack;
    }

    @GetMapping("/door/back/{where}")
    String show(
            @PathVariable String where,
            @RequestParam(defaultValue = "") String paid,
            HttpServletRequest request,
            Model model) {
        CameBack.Outcome payment = cameBack.of(where).orElseThrow(() -> new NotFound("payment"));
        String state = switch (payment.state()) {
            case PAID -> "paid";
            case RETURNED -> "returned";
            case OVER -> "not";
            case REFUSED -> "looked";
            case OPEN -> paid.equals("no") ? "not" : "open";
        };
        model.addAttribute("w", DoorErrors.words(request));
        model.addAttribute("state", state);
        model.addAttribute("total", payment.total());
        model.addAttribute("again", payment.again());
        return "portal/back";
    }
}
