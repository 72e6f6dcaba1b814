package dev.dunwell.evidence.web;

import dev.dunwell.evidence.VerifyPack;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checks an evidence pack that somebody brings: whole, or where it broke. */
@Controller
class VerifyPage {

    private final VerifyPack verifyPack;

    VerifyPage(VerifyPack verifyPack) {
        this.verifyPack = verifyPack;
    }

    @GetMapping("/verify")
    String ask() {
        return "evidence/verify";
    }

    /** Answers with the page itself: nothing is written that one would be sent on to. */
    @PostMapping("/verify")
    ModelAndView verify(@RequestParam MultipartFile file) throws IOException {
        return new ModelAndView("evidence/verify").addObject("finding", verifyPack.verify(file));
    }
}
