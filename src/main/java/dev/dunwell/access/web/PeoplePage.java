package dev.dunwell.access.web;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.ChangeRole;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.access.RemovePerson;
import dev.dunwell.access.Role;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works for the organisation, and as what. */
@Controller
class PeoplePage {

    private static final String ADDRESS = "/settings/people";

    private final People people;
    private final AddPerson addPerson;
    private final ChangeRole changeRole;
    private final RemovePerson removePerson;

    PeoplePage(People people, AddPerson addPerson, ChangeRole changeRole, RemovePerson removePerson) {
        this.people = people;
        this.addPerson = addPerson;
        this.changeRole = changeRole;
        this.removePerson = removePerson;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, Map.of(), Map.of());
    }

    /** Answers with the page itself and not by sending on: the first password is shown here and never again. */
    @PostMapping(ADDRESS)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response) {
        try {
            AddPerson.Added added = addPerson.add(NewPerson.read(form), caller.actor());
            return page(caller, Map.of(), Map.of()).addObject("added", added);
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, form, bad.byField());
        }
    }

    @PostMapping(ADDRESS + "/{id}/role")
    ModelAndView change(Caller caller, @PathVariable long id, @RequestParam String role, RedirectAttributes next) {
        changeRole.change(id, Role.read(role), caller.actor());
        return said(next, "The role is changed, from the next click on.");
    }

    @PostMapping(ADDRESS + "/{id}/removal")
    ModelAndView remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Person removed = removePerson.remove(id, caller.actor());
        return said(next, removed.name() + " no longer works here, from the next click on.");
    }

    private ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("access/people")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("people", people.all())
                .addObject("values", values)
                .addObject("problems", problems);
    }

    private static ModelAndView said(RedirectAttributes next, String words) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(words));
        return Redirect.to(ADDRESS);
    }
}
