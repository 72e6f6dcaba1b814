package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.ApprovalRule;
import dev.dunwell.collections.Approvals;
import dev.dunwell.collections.ChangeApprovalRule;
import dev.dunwell.collections.DecideMails;
import dev.dunwell.collections.DecideMails.Answer;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.util.List;
import java.util.Map;
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
    private final ChangeApprovalRule changeRule;

    ApprovalsPage(Approvals approvals, DecideMails decideMails, ChangeApprovalRule changeRule) {
        this.approvals = approvals;
        this.decideMails = decideMails;
        this.changeRule = changeRule;
    }

    @GetMapping("/approvals")
    ModelAndView waiting(Caller caller) {
        ApprovalRule rule = approvals.rule(caller.organisation().currency());
        List<ApprovalsView.Row> rows = approvals.waiting(caller.today()).stream()
                .map(each -> new ApprovalsView.Row(each, rule.refusal(caller, each)))
                .toList();
        var view = new ApprovalsView(rows, rule, caller.organisation().currency(), caller.may("POST /approvals/rule"));
        return new ModelAndView("collections/approvals").addObject("view", view);
    }

    @PostMapping("/approvals/rule")
    ModelAndView rule(Caller caller, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        try {
            Money most = typed.text("collectorUpTo").isEmpty()
                    ? null
                    : typed.amount(
                            "collectorUpTo", caller.organisation().currency().getCurrencyCode());
            typed.check();
            changeRule.change(caller, most);
            return Onward.to("/approvals", Flash.done("Saved. " + new ApprovalRule(most).sentence()));
        } catch (BadInput bad) {
            return Onward.to(
                    "/approvals", Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping("/approvals")
    ModelAndView decide(
            Caller caller,
            @RequestParam(defaultValue = "") List<Long> customer,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String why) {
        Answer answer = Answer.of(act);
        try {
            decideMails.decide(caller, customer, answer, why);
        } catch (Refusal refused) {
            return Onward.to("/approvals", Flash.refused(refused.reason()));
        }
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
