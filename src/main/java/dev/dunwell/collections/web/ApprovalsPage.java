package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Approvals;
import dev.dunwell.collections.DecideMails;
import dev.dunwell.collections.DecideMails.Answer;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mails that wait for a person's yes, with the letter as it would leave; one by one or several at once. */
@Controller
class ApprovalsPage {

    private final Approvals approvals;
    private final DecideMails decideMails;

    ApprovalsPage(Approvals approvals, DecideMails decideMails) {
        this.approvals = approvals;
        this.decideMails = decideMails;
    }

    @GetMapping("/approvals")
    ModelAndView waiting(Caller caller) {
        return new ModelAndView("collections/approvals")
                .addObject("waiting", approvals.waiting(caller.today()))
                .addObject("mayDecide", caller.may("POST /approvals"));
    }

    @PostMapping("/approvals")
    ModelAndView decide(
            Caller caller,
            @RequestParam(defaultValue = "") List<Long> customer,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String why) {
        Answer answer = Arrays.stream(Answer.values())
                .filter(each -> each.name().equalsIgnoreCase(act))
                .findFirst()
                .orElseThrow(() -> BadInput.in("act", "Choose approve, hold or manual."));
        decideMails.decide(caller, customer, answer, why);
        return Onward.to(
                "/approvals",
                Flash.done(
                        switch (answer) {
                            case APPROVE -> "Approved: it goes with tonight’s mail.";
                            case HOLD -> "Refused: held for " + DecideMails.HELD_DAYS + " days.";
                            case MANUAL -> "Refused: a person decides each contact from now on.";
                        }));
    }
}
