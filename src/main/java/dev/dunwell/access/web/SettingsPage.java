package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way into the settings: to those of the organisation, or to one's own. */
@Controller
class SettingsPage {

    @GetMapping("/settings")
    ModelAndView settings(Caller caller) {
        return Redirect.to(caller.may("GET /settings/organisation") ? "/settings/organisation" : "/password");
    }
}
