package dev.dunwell.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to Today. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "redirect:/today";
    }
}
