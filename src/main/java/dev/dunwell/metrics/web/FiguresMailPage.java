package dev.dunwell.metrics.web;

import dev.dunwell.access.Caller;
import dev.dunwell.metrics.FiguresMails;
import dev.dunwell.metrics.ScheduleFigures;
import dev.dunwell.metrics.StopFigures;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.time.DayOfWeek;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who gets the figures by mail as a PDF, on which weekday. */
@Controller
class FiguresMailPage {

    private static final String PAGE = "/figures/mail";

    private final FiguresMails mails;
    private final ScheduleFigures scheduleFigures;
    private final StopFigures stopFigures;

    FiguresMailPage(FiguresMails mails, ScheduleFigures scheduleFigures, StopFigures stopFigures) {
        this.mails = mails;
        this.scheduleFigures = scheduleFigures;
        this.stopFigures = stopFigures;
    }

    @GetMapping(PAGE)
    ModelAndView show(Caller caller) {
        return new ModelAndView("metrics/mail")
                .addObject("view", new FiguresMailView(mails.running(), caller.may("POST /figures/mail")));
    }

    @PostMapping(PAGE)
    ModelAndView schedule(
            Caller caller, @RequestParam String name, @RequestParam String address, @RequestParam DayOfWeek weekday) {
        scheduleFigures.schedule(caller, name, address, weekday);
        return Onward.to(PAGE, Flash.done(name.strip() + " gets the figures from now on"));
    }

    @PostMapping("/figures/mail/{id}/stop")
    ModelAndView stop(Caller caller, @PathVariable long id) {
        stopFigures.stop(caller, id);
        return Onward.to(PAGE, Flash.done("Stopped"));
    }
}
