package dev.dunwell.desk;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to where the day begins: Today, or for the people of an agency what is placed with it. */
@Controller
class HomePage {

    @GetMapping("/")
    String home(Caller caller) {
        return caller.role() == Role.AGENCY ? "redirect:/placed" : "redirect:/today";
    }
}
