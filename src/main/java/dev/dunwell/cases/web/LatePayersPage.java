package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.ChronicDebtors;
import dev.dunwell.cases.DebtorFlag;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who pays late as a habit: whom the rule proposes, and what was said of one customer. */
@Controller
class LatePayersPage {

    private static final int SHOWN = 200;

    private final ChronicDebtors debtors;

    LatePayersPage(ChronicDebtors debtors) {
        this.debtors = debtors;
    }

    @GetMapping("/late-payers")
    ModelAndView list(Caller caller) {
        return new ModelAndView("cases/late-payers")
                .addObject("proposals", debtors.proposals(caller.today(), SHOWN))
                .addObject("mayFlag", caller.may("POST /customers/{id}/chronic"));
    }

    /** Who may not say it and has nothing to read gets no panel. */
    @GetMapping("/customers/{id}/chronic")
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        List<DebtorFlag> history = debtors.history(id);
        boolean mayFlag = caller.may("POST /customers/{id}/chronic");
        if (history.isEmpty() && !mayFlag) {
            throw new NotFound("flag");
        }
        return new ModelAndView("cases/chronic")
                .addObject("customerId", id)
                .addObject("history", history)
                .addObject(
                        "evidence",
                        debtors.proposal(id, caller.today())
                                .map(ChronicDebtors.Proposal::evidence)
                                .orElse(""))
                .addObject("mayFlag", mayFlag);
    }

    @PostMapping("/customers/{id}/chronic")
    ModelAndView flag(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return act(id, "Noted as a chronic debtor, with your name and reason.", () -> debtors.flag(caller, id, reason));
    }

    @PostMapping("/customers/{id}/chronic/end")
    ModelAndView clear(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return act(id, "Taken back; what was said before stays to be read.", () -> debtors.clear(caller, id, reason));
    }

    private static ModelAndView act(long id, String done, Runnable act) {
        try {
            act.run();
            return Onward.to("/customers/" + id, Flash.done(done));
        } catch (BadInput e) {
            return Onward.to(
                    "/customers/" + id, Flash.refused(e.problems().getFirst().message()));
        } catch (Refusal e) {
            return Onward.to("/customers/" + id, Flash.refused(e.reason()));
        }
    }
}
