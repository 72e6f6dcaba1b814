package dev.dunwell.integrity.web;

import dev.dunwell.access.Caller;
import dev.dunwell.integrity.CheckIntegrity;
import dev.dunwell.integrity.Runs;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether the books agree with themselves: each question, when it was last asked, what it found. */
@Controller
class IntegrityPage {

    private final CheckIntegrity checkIntegrity;
    private final Runs runs;

    IntegrityPage(CheckIntegrity checkIntegrity, Runs runs) {
        this.checkIntegrity = checkIntegrity;
        this.runs = runs;
    }

    @GetMapping("/settings/integrity")
    String page(Caller caller, Model model) {
        model.addAttribute("run", runs.last().orElse(null));
        model.addAttribute("caller", caller);
        return "integrity/integrity";
    }

    @PostMapping("/settings/integrity/checks")
    ModelAndView check(Caller caller) {
        checkIntegrity.check(caller.actor(), caller.today());
        int broken = runs.brokenLast();
        return Onward.to(
                "/settings/integrity",
                broken == 0
                        ? Flash.done("Checked: all is as it should be.")
                        : Flash.refused("Checked: %d questions found something.".formatted(broken)));
    }

    /** What Today says: nothing, while all is well. */
    @GetMapping("/today/integrity")
    String attention(Model model) {
        model.addAttribute("broken", runs.brokenLast());
        return "integrity/attention";
    }
}
