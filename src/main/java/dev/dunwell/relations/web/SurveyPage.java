package dev.dunwell.relations.web;

import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.relations.AnswerSurvey;
import dev.dunwell.relations.Survey;
import dev.dunwell.relations.SurveyWords;
import dev.dunwell.relations.Surveys;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * One question, for whoever has the link; nobody signs in. Looking at it changes nothing, so that machines which open
 * links answer nothing.
 */
@Controller
class SurveyPage {

    private final Surveys surveys;
    private final AnswerSurvey answerSurvey;
    private final Organisations organisations;
    private final Clock clock;

    SurveyPage(Surveys surveys, AnswerSurvey answerSurvey, Organisations organisations, Clock clock) {
        this.surveys = surveys;
        this.answerSurvey = answerSurvey;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/survey/{link}")
    ModelAndView ask(@PathVariable String link, @RequestParam @Nullable String thanks, Locale reader) {
        Survey survey = surveys.open(link).orElse(null);
        if (survey == null) {
            return unknown(link, reader);
        }
        Survey.Answer answer = survey.answer();
        return page(
                survey,
                link,
                thanks != null && answer != null,
                answer == null ? "" : Integer.toString(answer.score()),
                answer == null ? "" : answer.comment(),
                null);
    }

    @PostMapping("/survey/{link}")
    ModelAndView answer(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            Locale reader) {
        Survey survey = surveys.open(link).orElse(null);
        if (survey == null) {
            return unknown(link, reader);
        }
        try {
            int points = score.matches("[1-5]") ? Integer.parseInt(score) : 0;
            Tenant.runIn(survey.organisation(), () -> answerSurvey.answer(survey.id(), points, comment));
            return onward("/survey/" + link + "?thanks");
        } catch (BadInput _) {
            ModelAndView again = page(
                    survey,
                    link,
                    false,
                    score,
                    comment,
                    SurveyWords.of(survey.language()).word("page.missing"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Refusal _) {
            return onward("/survey/" + link);
        }
    }

    private static ModelAndView onward(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private ModelAndView page(
            Survey survey, String link, boolean isThanks, String score, String comment, @Nullable String problem) {
        boolean isOpen = Tenant.in(
                survey.organisation(),
                () -> survey.isOpen(organisations.current().today(clock)));
        return new ModelAndView("relations/survey")
                .addObject(
                        "view",
                        new SurveyView(
                                SurveyWords.of(survey.language()),
                                survey,
                                link,
                                isOpen,
                                isThanks,
                                score,
                                comment,
                                problem));
    }

    private static ModelAndView unknown(String link, Locale reader) {
        var page = new ModelAndView("relations/survey")
                .addObject(
                        "view",
                        new SurveyView(SurveyWords.of(reader.getLanguage()), null, link, false, false, "", "", null));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
