package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.PreviewLetter;
import dev.dunwell.collections.Tonight;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The run: what tonight sends, what it does not and why, and what the last nights came to. */
@Controller
class RunPage {

    private static final int NIGHTS = 30;

    private final Tonight tonight;
    private final NightRuns nights;
    private final PreviewLetter previewLetter;

    RunPage(Tonight tonight, NightRuns nights, PreviewLetter previewLetter) {
        this.tonight = tonight;
        this.nights = nights;
        this.previewLetter = previewLetter;
    }

    @GetMapping("/run")
    String run(Caller caller, @RequestParam @Nullable LocalDate date, Model model) {
        Organisation organisation = caller.organisation();
        LocalDate night = date == null ? caller.today() : date;
        boolean isTonight = night.equals(caller.today());
        model.addAttribute(
                "view",
                new RunView(
                        tonight.preview(organisation, night),
                        organisation.nightAt(),
                        nights.last().filter(run -> run.nightOn().equals(night)).orElse(null),
                        OutlookView.note(organisation),
                        new RunView.May(
                                isTonight && caller.may("POST /run/approvals"),
                                caller.may("POST /customers/{id}/holds"),
                                caller.may("POST /settings/organisation/mail"),
                                isTonight && organisation.isSimulated() && caller.may("POST /run/nights"))));
        return "collections/run";
    }

    /** Lets the mail to one customer go that waits for a person. */
    @PostMapping("/run/approvals")
    ModelAndView approve(Caller caller, @RequestParam long customerId) {
        tonight.approve(caller, customerId);
        return Onward.to("/run", Flash.done("Approved: it goes with tonight’s mail."));
    }

    /** The letter to one customer as it would leave. */
    @GetMapping("/run/letters/{customerId}")
    String letter(Caller caller, @PathVariable long customerId, @RequestParam @Nullable LocalDate date, Model model) {
        LocalDate night = date == null ? caller.today() : date;
        PreviewLetter.Preview letter = previewLetter
                .of(caller.organisation(), night, customerId)
                .orElseThrow(() -> new NotFound("letter of this night"));
        model.addAttribute("preview", letter);
        model.addAttribute("night", night);
        return "collections/letter-preview";
    }

    @GetMapping("/run/last")
    String last(Model model) {
        model.addAttribute("nights", nights.latest(NIGHTS));
        return "collections/last-nights";
    }
}
