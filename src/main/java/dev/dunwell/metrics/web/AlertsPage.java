package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.metrics.AcknowledgeAlert;
import dev.dunwell.metrics.Alerts;
import dev.dunwell.metrics.SnoozeAlert;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the figures say that somebody should look at, and who has. */
@Controller
class AlertsPage {

    private static final int FEW = 3;
    private static final String PAGE = "/figures/alerts";

    private final Alerts alerts;
    private final AcknowledgeAlert acknowledgeAlert;
    private final SnoozeAlert snoozeAlert;

    AlertsPage(Alerts alerts, AcknowledgeAlert acknowledgeAlert, SnoozeAlert snoozeAlert) {
        this.alerts = alerts;
        this.acknowledgeAlert = acknowledgeAlert;
        this.snoozeAlert = snoozeAlert;
    }

    @GetMapping(PAGE)
    ModelAndView show(Caller caller) {
        return new ModelAndView("metrics/alerts")
                .addObject(
                        "view",
                        new AlertsView(
                                alerts.running(caller.today()), caller.may("POST /figures/alerts/{id}/acknowledge")));
    }

    @GetMapping("/today/alerts")
    ModelAndView panel(Caller caller) {
        return new ModelAndView("metrics/alerts-panel")
                .addObject("view", new AlertsView(alerts.waiting(caller.today(), FEW), false));
    }

    @PostMapping("/figures/alerts/{id}/acknowledge")
    ModelAndView acknowledge(Caller caller, @PathVariable long id) {
        acknowledgeAlert.acknowledge(caller, id);
        return Onward.to(PAGE, Flash.done("Noted that you have seen to it"));
    }

    @PostMapping("/figures/alerts/{id}/snooze")
    ModelAndView snooze(Caller caller, @PathVariable long id, @RequestParam LocalDate until) {
        snoozeAlert.snooze(caller, id, until);
        return Onward.to(PAGE, Flash.done("It rests until " + until));
    }
}
