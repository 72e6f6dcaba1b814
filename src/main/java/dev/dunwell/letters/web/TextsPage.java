package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Problem;
import dev.dunwell.letters.TryText;
import dev.dunwell.messaging.ChangeText;
import dev.dunwell.messaging.LetterRefused;
import dev.dunwell.messaging.LintText;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.TextVersion;
import dev.dunwell.messaging.Texts;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: the letters and call scripts, each with its versions, tried out on a customer while one writes. */
@Controller
class TextsPage {

    private static final String ONE = "/settings/{kind}/{name}/{language}/{variant}";

    private final Texts texts;
    private final TryText tryText;
    private final ChangeText changeText;

    TextsPage(Texts texts, TryText tryText, ChangeText changeText) {
        this.texts = texts;
        this.tryText = tryText;
        this.changeText = changeText;
    }

    @GetMapping("/settings/letters")
    ModelAndView letters(Caller caller, @RequestParam(defaultValue = "neutral") String variant) {
        return list(caller, TextKey.Kind.LETTER, variant);
    }

    @GetMapping("/settings/sms")
    ModelAndView shortTexts(Caller caller, @RequestParam(defaultValue = "neutral") String variant) {
        return list(caller, TextKey.Kind.SMS, variant);
    }

    @GetMapping("/settings/scripts")
    ModelAndView scripts(Caller caller, @RequestParam(defaultValue = "usual") String variant) {
        return list(caller, TextKey.Kind.SCRIPT, variant);
    }

    private ModelAndView list(Caller caller, TextKey.Kind kind, String variant) {
        if (!kind.variants().contains(variant)) {
            throw new NotFound("text");
        }
        return new ModelAndView("letters/texts")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("view", new TextsView(kind, variant, texts.inForce()));
    }

    @GetMapping(ONE)
    ModelAndView one(
            Caller caller,
            @PathVariable Map<String, String> path,
            @RequestParam @Nullable Integer compare,
            @RequestParam(defaultValue = "") String customer) {
        return shown(caller, key(path), Map.of("customer", customer), compare, List.of());
    }

    /** How the text would read, beside the form. */
    @PostMapping(ONE + "/trial")
    ModelAndView trial(Caller caller, @PathVariable Map<String, String> path, @RequestParam Map<String, String> form) {
        TextKey key = key(path);
        return new ModelAndView("letters/trial")
                .addObject("trial", trial(caller, key, form.getOrDefault("source", ""), form))
                .addObject("language", key.language());
    }

    /** The same with the whole page, for a browser that runs no scripts. */
    @PostMapping(ONE + "/try")
    ModelAndView tryOut(Caller caller, @PathVariable Map<String, String> path, @RequestParam Map<String, String> form) {
        return shown(caller, key(path), form, null, List.of());
    }

    @PostMapping(ONE)
    ModelAndView save(Caller caller, @PathVariable Map<String, String> path, @RequestParam Map<String, String> form) {
        TextKey key = key(path);
        try {
            int version = changeText.change(caller, wanted(key, form));
            return Onward.to(
                    key.url(), Flash.done("Saved as version " + version + ". What leaves from now on says it."));
        } catch (BadInput bad) {
            return refused(caller, key, form, bad.problems());
        } catch (Refusal refusal) {
            return refused(caller, key, form, List.of(new Problem(0, "source", refusal.reason())));
        }
    }

    private ModelAndView refused(Caller caller, TextKey key, Map<String, String> form, List<Problem> problems) {
        ModelAndView again = shown(caller, key, form, null, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView shown(
            Caller caller, TextKey key, Map<String, String> typed, @Nullable Integer compare, List<Problem> problems) {
        List<TextVersion> history = texts.history(key);
        String source = typed.getOrDefault("source", TextView.inForce(key, history));
        return new ModelAndView("letters/text")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject(
                        "view",
                        new TextView(
                                key,
                                history,
                                typed,
                                trial(caller, key, source, typed),
                                tryText.candidates(),
                                problems,
                                compare,
                                caller.may("POST " + ONE)));
    }

    private Trial trial(Caller caller, TextKey key, String source, Map<String, String> typed) {
        String customer = typed.getOrDefault("customer", "");
        Long customerId = customer.matches("\\d{1,18}") ? Long.valueOf(customer) : null;
        return new Trial(
                source.isBlank() ? List.of() : LintText.of(key, source), tryText.of(caller, key, source, customerId));
    }

    static ChangeText.Wanted wanted(TextKey key, Map<String, String> form) {
        return new ChangeText.Wanted(
                key,
                form.get("source"),
                number(form, "backTo"),
                java.util.Objects.requireNonNullElse(number(form, "from"), 0),
                form.getOrDefault("reason", ""),
                !form.getOrDefault("insists", "").isEmpty());
    }

    private static @Nullable Integer number(Map<String, String> form, String field) {
        String typed = form.getOrDefault(field, "");
        return typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : null;
    }

    static TextKey key(Map<String, String> path) {
        try {
            return new TextKey(
                    Arrays.stream(TextKey.Kind.values())
                            .filter(kind -> kind.folder().equals(path.get("kind")))
                            .findFirst()
                            .orElseThrow(() -> new NotFound("text")),
                    path.getOrDefault("name", ""),
                    path.getOrDefault("language", ""),
                    path.getOrDefault("variant", ""));
        } catch (LetterRefused refused) {
            throw new NotFound("text");
        }
    }
}
