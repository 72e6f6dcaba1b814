package dev.dunwell.access.web;

import dev.dunwell.access.Attempts;
import dev.dunwell.access.Caller;
import dev.dunwell.access.ChangePassword;
import dev.dunwell.access.Presence;
import dev.dunwell.access.SetShortcuts;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.access.SignedIn;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is one's own: the password, and whether single keys act. */
@Controller
class PasswordPage {

    private static final int TRIES = 20;

    private final ChangePassword changePassword;
    private final SetShortcuts setShortcuts;
    private final Sessions sessions;
    private final Attempts attempts;

    PasswordPage(ChangePassword changePassword, SetShortcuts setShortcuts, Sessions sessions, Clock clock) {
        this.changePassword = changePassword;
        this.setShortcuts = setShortcuts;
        this.sessions = sessions;
        this.attempts = new Attempts(TRIES, Duration.ofMinutes(15), clock);
    }

    @GetMapping("/password")
    ModelAndView show(Caller caller, HttpServletRequest request) {
        return page(caller, request, Map.of());
    }

    @PostMapping("/password")
    ModelAndView change(
            Caller caller,
            @RequestParam String old,
            @RequestParam String chosen,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        long person = Objects.requireNonNull(caller.personId());
        try {
            if (!attempts.count(SignedIn.principalName(person)).isZero()) {
                throw BadInput.in("old", "Too many attempts. Wait a quarter of an hour.");
            }
            changePassword.change(person, old, chosen, caller.actor());
            sessions.endOthers(person, request);
            sessions.begin(new SignedIn(person, caller.organisation().id()), request);
            next.addFlashAttribute(
                    Flash.ATTRIBUTE, Flash.done("The password is changed. Other devices are signed out."));
            return Redirect.to(Paths.HOME);
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, request, bad.byField());
        }
    }

    @PostMapping("/shortcuts")
    ModelAndView shortcuts(Caller caller, @RequestParam boolean on, RedirectAttributes next) {
        setShortcuts.set(Objects.requireNonNull(caller.personId()), on);
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(on ? "Single keys act." : "Single keys are turned off."));
        return Redirect.to("/password");
    }

    private static ModelAndView page(Caller caller, HttpServletRequest request, Map<String, String> problems) {
        Presence here = Presence.of(request).orElseThrow();
        return new ModelAndView("access/password")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("isFirst", here.hasFirstPassword())
                .addObject("shortcutsOn", here.shortcutsOn())
                .addObject("hasChoice", here.hasChoice())
                .addObject("problems", problems);
    }
}
