package dev.dunwell.integrity.web;

import dev.dunwell.access.Caller;
import dev.dunwell.integrity.CheckIntegrity;
import dev.dunwell.integrity.Run;
import dev.dunwell.integrity.Runs;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
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

    @Operation(summary = "The last integrity check, question by question; null when none was made yet")
    @GetMapping("/api/v1/integrity")
    @ResponseBody
    Last last() {
        return new Last(runs.last().orElse(null));
    }

    /** The last check, or none. */
    record Last(@org.jspecify.annotations.Nullable Run run) {}
}
