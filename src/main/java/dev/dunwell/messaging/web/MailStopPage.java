package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.messaging.MailStops;
import dev.dunwell.messaging.NightMail;
import dev.dunwell.messaging.ResumeMail;
import dev.dunwell.messaging.StopMail;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What keeps mail in the house, and the buttons: stop everything, let it go, release or cancel a night. */
@Controller
class MailStopPage {

    private static final String ADDRESS = "/mail-stop";

    private final MailStops stops;
    private final StopMail stopMail;
    private final ResumeMail resumeMail;
    private final NightMail nightMail;

    MailStopPage(MailStops stops, StopMail stopMail, ResumeMail resumeMail, NightMail nightMail) {
        this.stops = stops;
        this.stopMail = stopMail;
        this.resumeMail = resumeMail;
        this.nightMail = nightMail;
    }

    @GetMapping(ADDRESS)
    String show(Caller caller, Model model) {
        model.addAttribute(
                "view",
                new MailStopView(
                        stops.running(),
                        stops.ended(),
                        caller.may("POST /mail-stop"),
                        caller.may("POST /mail-stop/end")));
        return "messaging/mail-stop";
    }

    @PostMapping(ADDRESS)
    ModelAndView stop(Caller caller, @RequestParam(defaultValue = "") String reason) {
        stopMail.stop(caller.actor(), reason);
        return Onward.to(ADDRESS, Flash.done("Stopped. Nothing leaves, also nothing that was about to."));
    }

    @PostMapping(ADDRESS + "/end")
    ModelAndView resume(Caller caller) {
        resumeMail.resume(caller.actor());
        return Onward.to(ADDRESS, Flash.done("Mail leaves again. Each message is looked at once more before it does."));
    }

    @PostMapping(ADDRESS + "/nights/{night}/release")
    ModelAndView release(Caller caller, @PathVariable LocalDate night) {
        nightMail.release(night, caller.actor());
        return Onward.to("/messages?date=" + night, Flash.done("Released: the messages of the night leave now."));
    }

    @PostMapping(ADDRESS + "/nights/{night}/cancel")
    ModelAndView cancel(Caller caller, @PathVariable LocalDate night) {
        int withdrawn = nightMail.cancel(night, caller.actor());
        return Onward.to(
                "/messages?date=" + night,
                Flash.done("Cancelled: %d messages are withdrawn. The next night decides anew.".formatted(withdrawn)));
    }
}
