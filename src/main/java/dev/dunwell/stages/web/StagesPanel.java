package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.AnswerPressure;
import dev.dunwell.collections.CloseInquiry;
import dev.dunwell.collections.FinishAgreed;
import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journey;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.collections.SkipStep;
import dev.dunwell.kernel.Problem;
import dev.dunwell.stages.RecordDelivery;
import dev.dunwell.stages.RecordSending;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The six stages of an invoice on its page, with what a person may do in each. What was typed outlives a refusal. */
@Controller
class StagesPanel {

    private final StagesShown shown;
    private final CloseInquiry closeInquiry;
    private final FinishAgreed finishAgreed;
    private final AnswerPressure answerPressure;
    private final SkipStep skipStep;
    private final RecordDelivery recordDelivery;
    private final RecordSending recordSending;

    StagesPanel(
            StagesShown shown,
            CloseInquiry closeInquiry,
            FinishAgreed finishAgreed,
            AnswerPressure answerPressure,
            SkipStep skipStep,
            RecordDelivery recordDelivery,
            RecordSending recordSending) {
        this.shown = shown;
        this.closeInquiry = closeInquiry;
        this.finishAgreed = finishAgreed;
        this.answerPressure = answerPressure;
        this.skipStep = skipStep;
        this.recordDelivery = recordDelivery;
        this.recordSending = recordSending;
    }

    @GetMapping("/invoices/{id}/stages")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return new ModelAndView("stages/stages").addObject("view", shown.view(caller, id, Map.of(), List.of()));
    }

    @PostMapping("/invoices/{id}/inquiry")
    ModelAndView close(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, typed -> {
            LocalDate until = typed.day("agreedFor");
            typed.check();
            var ending = new CloseInquiry.Ending(typed.text("lateReason"), typed.text("agreed"), side(typed), until);
            closeInquiry.close(caller, id, ending);
            return "Inquiry closed.";
        });
    }

    private static Journey.@Nullable Side side(Typed typed) {
        return switch (typed.text("agreedBy")) {
            case "they" -> Journey.Side.THEY;
            case "we" -> Journey.Side.WE;
            default -> null;
        };
    }

    @PostMapping("/invoices/{id}/agreed/{closing}/done")
    ModelAndView done(Caller caller, @PathVariable long id, @PathVariable long closing) {
        return act(caller, id, Map.of(), _ -> {
            finishAgreed.finish(caller, closing);
            return "Noted that it is done.";
        });
    }

    @PostMapping("/invoices/{id}/answers")
    ModelAndView answer(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, typed -> {
            PressureQuestion question = PressureQuestion.ofCode(typed.text("question"))
                    .orElseThrow(() -> BadInput.in("question", "Choose the question you answer."));
            answerPressure.answer(caller, id, question, typed.text("isSo").equals("yes"), typed.text("shownBy"));
            return "Answer noted.";
        });
    }

    @PostMapping("/invoices/{id}/skips")
    ModelAndView skip(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(
                caller,
                id,
                form,
                typed -> skipStep.skip(caller, id, typed.text("skipWhy")).name() + " left out.");
    }

    @PostMapping("/invoices/{id}/deliveries")
    ModelAndView delivery(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, typed -> {
            typed.demand("arrivedOn", "Give the day on which it arrived.");
            LocalDate on = typed.day("arrivedOn");
            Long grade = typed.id("grade");
            typed.check();
            if (grade == null || grade >= Grade.values().length || on == null) {
                throw BadInput.in("grade", "Choose how well it is shown.");
            }
            Grade shownAs = Grade.of(grade.intValue());
            recordDelivery.record(
                    caller, id, new RecordDelivery.Proof(shownAs, on, typed.text("knownFrom"), typed.text("provenBy")));
            return "Delivery noted.";
        });
    }

    @PostMapping("/invoices/{id}/sendings")
    ModelAndView sending(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return act(caller, id, form, typed -> {
            recordSending.record(caller, id, typed.text("sentHow"));
            return "Noted that it was sent.";
        });
    }

    /** Does what a form asks and goes back to the invoice; refused, it shows the form again, at 422. */
    private ModelAndView act(Caller caller, long id, Map<String, String> form, Function<Typed, String> act) {
        try {
            String words = act.apply(new Typed(form, caller.organisation().locale()));
            return Onward.to("/invoices/" + id + "#stages", Flash.done(words));
        } catch (BadInput bad) {
            return again(caller, id, form, bad.problems());
        } catch (Refusal refused) {
            return again(caller, id, form, List.of(new Problem(0, "", refused.reason())));
        }
    }

    private ModelAndView again(Caller caller, long id, Map<String, String> form, List<Problem> problems) {
        return new ModelAndView(
                "stages/stages",
                Map.of("view", shown.view(caller, id, form, problems)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
