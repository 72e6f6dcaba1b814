package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.ResponseTimes;
import dev.dunwell.relations.Satisfaction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether it is good to be a customer of ours: three measures, each with its formula and its rows. */
@Controller
class RelationsPage {

    private static final String PATH = "/relations";

    private final ResponseTimes responseTimes;
    private final Accuracy accuracy;
    private final Satisfaction satisfaction;

    RelationsPage(ResponseTimes responseTimes, Accuracy accuracy, Satisfaction satisfaction) {
        this.responseTimes = responseTimes;
        this.accuracy = accuracy;
        this.satisfaction = satisfaction;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        Period period = asked.period(caller.today());
        return new ModelAndView("relations/relations")
                .addObject(
                        "view",
                        new RelationsView(
                                asked.links(PATH, caller.today()),
                                responseTimes.of(caller.organisation(), period).all(),
                                Accuracy.all(accuracy.shares(period)),
                                satisfaction.of(period).all(),
                                responseTimes.typical(caller.organisation()).orElse(null)));
    }
}
