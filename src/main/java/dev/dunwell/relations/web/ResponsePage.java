package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Answering;
import dev.dunwell.relations.Answering.Timed;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.Request;
import dev.dunwell.relations.ResponseTimes;
import dev.dunwell.relations.WorkingTimes;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How fast we answer, each figure opening into its requests; and what each person sees of their own. */
@Controller
class ResponsePage {

    static final String PATH = "/relations/response";
    private static final int SHOWN = 200;

    private final ResponseTimes responseTimes;
    private final WorkingTimes workingTimes;

    ResponsePage(ResponseTimes responseTimes, WorkingTimes workingTimes) {
        this.responseTimes = responseTimes;
        this.workingTimes = workingTimes;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        Answering all = responseTimes.of(caller.organisation(), asked.period(caller.today()));
        List<Timed> rows = rows(all, asked);
        return new ModelAndView("relations/response")
                .addObject(
                        "view",
                        new ResponseView(
                                asked.links(PATH, caller.today()),
                                all,
                                rows.subList(0, Math.min(SHOWN, rows.size())),
                                rows.size() > SHOWN,
                                caller.may("POST " + PATH + "/hours")));
    }

    private static List<Timed> rows(Answering all, PeriodAsked asked) {
        return all.only(asked.of("person"), asked.of("customer"), asked.of("month"), asked.state())
                .requests();
    }

    @GetMapping(PATH + ".csv")
    void csv(Caller caller, PeriodAsked asked, HttpServletResponse response) throws IOException {
        Period period = asked.period(caller.today());
        Answering all = responseTimes.of(caller.organisation(), period);
        try (Csv csv = Csv.download(
                response,
                "response-times-%s-%s.csv".formatted(period.from(), period.to()),
                "kind",
                "customer",
                "name",
                "invoice",
                "text",
                "asked",
                "answered",
                "person",
                "state",
                "business_minutes")) {
            for (Timed each : rows(all, asked)) {
                Request request = each.request();
                csv.row(
                        request.kind().code(),
                        request.whose().number(),
                        request.whose().name(),
                        request.invoice() == null ? null : request.invoice().number(),
                        request.text(),
                        request.asked().on(),
                        request.answered() == null ? null : request.answered().on(),
                        request.person(),
                        each.state(),
                        each.took().toMinutes());
            }
        }
    }

    @PostMapping(PATH + "/hours")
    ModelAndView hours(Caller caller, @RequestParam String opens, @RequestParam String closes) {
        try {
            workingTimes.change(caller, opens, closes);
            return Onward.to(PATH, Flash.done("Saved. Every figure is counted in these hours, of the past too."));
        } catch (BadInput bad) {
            return Onward.to(PATH, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    /** What Today says to each person of their own answers in the last ninety days, and what waits for anybody. */
    @GetMapping("/today/response")
    String own(Caller caller, Model model) {
        Answering all = responseTimes.of(caller.organisation(), Period.upTo(caller.today()));
        model.addAttribute("own", all.only(caller.actor().name(), null, null, null));
        model.addAttribute("nobodys", all.only("", null, null, "running"));
        return "relations/own-response";
    }

    /** The same of everybody, for whoever leads the team. */
    @GetMapping("/team/response")
    String team(Caller caller, Model model) {
        model.addAttribute("all", responseTimes.of(caller.organisation(), Period.upTo(caller.today())));
        return "relations/team-response";
    }
}
