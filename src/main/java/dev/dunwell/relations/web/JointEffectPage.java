package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.JointEffect;
import dev.dunwell.relations.JointEffect.Way;
import dev.dunwell.relations.Period;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reminders in joint mails beside those that left by themselves: what came of each. */
@Controller
class JointEffectPage {

    private static final String PATH = "/relations/joint";

    private final JointEffect effect;

    JointEffectPage(JointEffect effect) {
        this.effect = effect;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        return new ModelAndView("relations/joint")
                .addObject("links", asked.links(PATH, caller.today()))
                .addObject("ways", effect.of(asked.period(caller.today())));
    }

    @GetMapping(PATH + ".csv")
    void csv(Caller caller, PeriodAsked asked, HttpServletResponse response) throws IOException {
        Period period = asked.period(caller.today());
        try (Csv csv = Csv.download(
                response,
                "joint-reminders-%s-%s.csv".formatted(period.from(), period.to()),
                "way",
                "reminders",
                "readers",
                "followed_by_question",
                "followed_by_opt_out",
                "invoices",
                "paid",
                "days_to_pay_sum",
                "days_to_pay_mean",
                "days_to_pay_median")) {
            for (Way way : effect.of(period)) {
                csv.row(
                        way.isJoint() ? "joint" : "alone",
                        way.reminders(),
                        way.readers(),
                        way.asked(),
                        way.optedOut(),
                        way.invoices(),
                        way.paid(),
                        way.days(),
                        way.mean(),
                        way.median());
            }
        }
    }
}
