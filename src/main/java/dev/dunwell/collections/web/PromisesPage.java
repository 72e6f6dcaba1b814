package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Promises.Which;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Promises to pay over all customers: what is awaited today, what was broken, what was kept. */
@Controller
class PromisesPage {

    private static final int SHOWN = 200;

    private static final List<Choice> TABS = List.of(
            new Choice("due", "Due by today"),
            new Choice("running", "Running"),
            new Choice("broken", "Broken"),
            new Choice("kept", "Kept"),
            new Choice("all", "All"));

    private final Promises promises;

    PromisesPage(Promises promises) {
        this.promises = promises;
    }

    @GetMapping("/promises")
    ModelAndView list(Caller caller, @RequestParam(defaultValue = "due") String which) {
        Which chosen = Stream.of(Which.values())
                .filter(each -> each.name().equals(which.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Which.DUE);
        return new ModelAndView("collections/promises")
                .addObject("promises", promises.list(chosen, caller.today(), SHOWN))
                .addObject("tabs", TABS)
                .addObject("which", chosen.name().toLowerCase(Locale.ROOT));
    }
}
