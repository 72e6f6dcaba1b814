package dev.dunwell.relations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.relations.Opinions;
import dev.dunwell.relations.Opinions.Cut;
import dev.dunwell.relations.Opinions.Opinion;
import dev.dunwell.relations.Period;
import dev.dunwell.relations.Satisfaction;
import dev.dunwell.relations.SurveySettings;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What payers say after they paid, each figure opening into its answers; and whether they are asked. */
@Controller
class SatisfactionPage {

    static final String PATH = "/relations/satisfaction";
    private static final int SHOWN = 200;

    private final Satisfaction satisfaction;
    private final SurveySettings settings;

    SatisfactionPage(Satisfaction satisfaction, SurveySettings settings) {
        this.satisfaction = satisfaction;
        this.settings = settings;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, PeriodAsked asked) {
        Opinions all = satisfaction.of(asked.period(caller.today()));
        List<Opinion> rows = rows(all, asked);
        return new ModelAndView("relations/satisfaction")
                .addObject(
                        "view",
                        new SatisfactionView(
                                asked.links(PATH, caller.today()),
                                all,
                                rows.subList(0, Math.min(SHOWN, rows.size())),
                                rows.size() > SHOWN,
                                settings.isOn(),
                                caller.may("POST " + PATH + "/switch")));
    }

    private static List<Opinion> rows(Opinions all, PeriodAsked asked) {
        Cut cut = cut(asked.part());
        return all.only(cut, cut == null ? null : asked.of(cut.code()), asked.state())
                .opinions();
    }

    private static @Nullable Cut cut(@Nullable String code) {
        return Arrays.stream(Cut.values())
                .filter(cut -> cut.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(PATH + ".csv")
    void csv(Caller caller, PeriodAsked asked, HttpServletResponse response) throws IOException {
        Period period = asked.period(caller.today());
        try (Csv csv = Csv.download(
                response,
                "satisfaction-%s-%s.csv".formatted(period.from(), period.to()),
                "asked",
                "customer",
                "name",
                "person",
                "invoice",
                "collector",
                "segments",
                "score",
                "comment",
                "answered")) {
            for (Opinion each : rows(satisfaction.of(period), asked)) {
                csv.row(
                        each.askedOn(),
                        each.customerNumber(),
                        each.customerName(),
                        each.person(),
                        each.invoice(),
                        each.collector(),
                        String.join(", ", each.segments()),
                        each.score(),
                        each.comment(),
                        each.answeredOn());
            }
        }
    }

    @PostMapping(PATH + "/switch")
    ModelAndView switchTo(Caller caller, @RequestParam boolean on) {
        settings.switchTo(caller, on);
        return Onward.to(
                PATH,
                Flash.done(
                        on
                                ? "On. From tonight whoever settles an invoice is asked once how it was."
                                : "Off. Nobody is asked any more; what was sent can still be answered."));
    }
}
