package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.RecordTerms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The terms of the organisation: the list, one with its history, and the form for a new version. */
@Controller
class TermsPage {

    private static final int BUYERS = 50;

    private final TermsBook book;
    private final Acceptances acceptances;
    private final RecordTerms recordTerms;

    TermsPage(TermsBook book, Acceptances acceptances, RecordTerms recordTerms) {
        this.book = book;
        this.acceptances = acceptances;
        this.recordTerms = recordTerms;
    }

    @GetMapping("/settings/terms")
    ModelAndView list(Caller caller) {
        return tabbed("ledger/terms-list", caller)
                .addObject("terms", book.inUse(caller.today()))
                .addObject("mayChange", caller.may("POST /settings/terms"));
    }

    @GetMapping("/settings/terms/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        TermsVersion shown = find(id);
        var used = new TermsView.Used(
                book.buyers(shown.name(), BUYERS),
                acceptances.ofTerms(shown.name()),
                caller.may("POST /settings/terms"));
        return tabbed("ledger/terms-sheet", caller)
                .addObject("view", TermsView.of(shown, book.versions(shown.name()), used));
    }

    @GetMapping("/settings/terms/new")
    ModelAndView first(Caller caller) {
        Map<String, String> values = new HashMap<>(Map.of(
                "due",
                "net 30",
                TermsFields.METHOD + "bank_transfer",
                "yes",
                "validFrom",
                caller.today().toString()));
        return form(caller, new TermsForm(null, "", values, List.of()));
    }

    @GetMapping("/settings/terms/{id}/next")
    ModelAndView next(Caller caller, @PathVariable long id) {
        TermsVersion last = find(id);
        Map<String, String> values = TermsFields.of(last.conditions());
        values.put("validFrom", caller.today().toString());
        return form(caller, new TermsForm(id, last.name(), values, List.of()));
    }

    @PostMapping("/settings/terms")
    ModelAndView recordFirst(Caller caller, @RequestParam Map<String, String> form) {
        return record(caller, new TermsForm(null, form.getOrDefault("name", "").strip(), form, List.of()));
    }

    @PostMapping("/settings/terms/{id}/versions")
    ModelAndView recordNext(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return record(caller, new TermsForm(id, find(id).name(), form, List.of()));
    }

    private ModelAndView record(Caller caller, TermsForm form) {
        var typed = new Typed(form.values(), caller.organisation().locale());
        try {
            TermsVersion written = recordTerms.record(
                    caller.actor(),
                    new RecordTerms.Wanted(
                            form.name(),
                            typed.day("validFrom"),
                            new TermsFields(form.values()).read(),
                            form.follows() == null));
            return Onward.to("/settings/terms/" + written.id(), Flash.done("Saved: " + written.title() + "."));
        } catch (BadInput bad) {
            return wrong(caller, form, bad.problems());
        } catch (Refusal refused) {
            return wrong(caller, form, List.of(new Problem(0, "name", refused.reason())));
        }
    }

    private ModelAndView wrong(Caller caller, TermsForm form, List<Problem> problems) {
        ModelAndView page = form(caller, new TermsForm(form.follows(), form.name(), form.values(), problems));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(Caller caller, TermsForm form) {
        return tabbed("ledger/terms-form", caller).addObject("view", form);
    }

    private static ModelAndView tabbed(String template, Caller caller) {
        return new ModelAndView(template).addObject("tabs", SettingsTab.openTo(caller));
    }

    private TermsVersion find(long id) {
        return book.byId(id).orElseThrow(() -> new NotFound("version of terms"));
    }
}
