package dev.dunwell.team.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.kernel.Money;
import dev.dunwell.team.Habits;
import dev.dunwell.team.HandOverByRule;
import dev.dunwell.team.HandoverRules;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** By which rules accounts find their person, and how many contacts each person makes in a day. */
@Controller
class RulesPage {

    private static final String ADDRESS = "/team/rules";

    private final HandoverRules rules;
    private final HandOverByRule handOverByRule;
    private final Habits habits;
    private final People people;

    RulesPage(HandoverRules rules, HandOverByRule handOverByRule, Habits habits, People people) {
        this.rules = rules;
        this.handOverByRule = handOverByRule;
        this.habits = habits;
        this.people = people;
    }

    @GetMapping(ADDRESS)
    String show(Caller caller, Model model) {
        List<Person> all = people.all();
        model.addAttribute(
                "view",
                new RulesView(rules.running(), all, caller.organisation().currency()));
        return "team/rules";
    }

    @PostMapping(ADDRESS)
    ModelAndView add(
            Caller caller,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "people", defaultValue = "") List<Long> chosen) {
        var typed = new Typed(form, caller.organisation().locale());
        String currency = caller.organisation().currency().getCurrencyCode();
        Money from = typed.amount("from", currency);
        Money below = typed.amount("below", currency);
        typed.check();
        rules.add(
                caller,
                new HandoverRules.Wanted(
                        typed.text("tag"),
                        typed.text("language"),
                        from == null ? Money.zero(caller.organisation().currency()) : from,
                        below,
                        chosen));
        return Onward.to(ADDRESS, Flash.done("The rule counts from now on, each night and whenever you ask for it."));
    }

    @PostMapping(ADDRESS + "/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id) {
        rules.end(caller, id);
        return Onward.to(ADDRESS, Flash.done("The rule gives nothing any more; what it gave stays given."));
    }

    @PostMapping(ADDRESS + "/run")
    ModelAndView run(Caller caller) {
        int given = handOverByRule.work(caller.actor(), caller.today());
        String words = given == 1 ? "1 account found its person." : given + " accounts found their person.";
        return Onward.to(ADDRESS, Flash.done(words));
    }

    @PostMapping("/team/{id}/pace")
    ModelAndView pace(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        Long pace = typed.id("contactsADay");
        typed.check();
        habits.setPace(caller, id, pace == null ? null : Math.toIntExact(Math.min(pace, Integer.MAX_VALUE)));
        return Onward.to("/team", Flash.done("Set. The queue is measured against it from now on."));
    }
}
