package dev.dunwell.nightshift;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.NightRuns.NightRun;
import dev.dunwell.messaging.MailStops;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The button that runs the night at once, while the day is simulated: a real night comes by itself. */
@Controller
class NightPage {

    private final NightShift nightShift;
    private final MailStops stops;

    NightPage(NightShift nightShift, MailStops stops) {
        this.nightShift = nightShift;
        this.stops = stops;
    }

    @PostMapping("/run/nights")
    ModelAndView run(Caller caller) {
        if (caller.organisation().isSimulated()) {
            NightRun night = nightShift.work(caller.organisation(), caller.today(), caller.actor());
            return stops.brakeOf(night.nightOn())
                    .map(brake -> Onward.to("/mail-stop", Flash.refused("Nothing has left. " + brake.reason())))
                    .orElseGet(() -> Onward.to("/run/last", Flash.done(came(night))));
        } else {
            throw Refusal.because("night.real-day", "On a real day the night comes by itself, at its own time.");
        }
    }

    private static String came(NightRun night) {
        String sent = night.sent() == 1 ? "1 customer was" : night.sent() + " customers were";
        String held = night.held() == 1 ? "1 item was" : night.held() + " items were";
        return "The night has run: " + sent + " written to, " + held + " held.";
    }
}
