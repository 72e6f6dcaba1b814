package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.PrepareCall;
import dev.dunwell.messaging.LetterRefused;
import dev.dunwell.messaging.Scripts;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The script of a call, beside the form that logs it. */
@Controller
class ScriptPanel {

    private final PrepareCall prepareCall;
    private final Texts texts;

    ScriptPanel(PrepareCall prepareCall, Texts texts) {
        this.prepareCall = prepareCall;
        this.texts = texts;
    }

    @GetMapping("/customers/{id}/script")
    ModelAndView script(Caller caller, @PathVariable long id) {
        ScriptView view = prepareCall
                .of(caller, id)
                .map(this::view)
                .orElseGet(() -> new ScriptView("Script", "Nothing is open that one could ask for.", null));
        return new ModelAndView("letters/script").addObject("view", view);
    }

    private ScriptView view(PrepareCall.Prepared call) {
        String name = Scripts.ofStage(call.stage());
        TextKey key = TextKey.script(name, call.language(), call.situation());
        String title = "What to say: " + TextsView.sentence(name);
        String why = "Stage " + call.stage() + "; " + call.because() + ".";
        try {
            return Scripts.of(texts.current(), key, call.model())
                    .map(script -> new ScriptView(title, why, script))
                    .orElseGet(() -> new ScriptView(title, "There is no script for this call yet.", null));
        } catch (LetterRefused refused) {
            return new ScriptView(title, "The script cannot be filled in. " + refused.getMessage(), null);
        }
    }
}
