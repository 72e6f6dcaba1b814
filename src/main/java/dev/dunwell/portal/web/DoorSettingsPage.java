package dev.dunwell.portal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.messaging.ChangeJoint;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.portal.ChangeDoor;
import dev.dunwell.portal.DoorSetting;
import dev.dunwell.portal.Links;
import dev.dunwell.reach.PreferredDays;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How long links last, how far payers may put off, and whether other vendors may stand beside. */
@Controller
class DoorSettingsPage {

    private static final String ADDRESS = "/settings/door";

    private final Links links;
    private final ChangeDoor changeDoor;
    private final PreferredDays preferredDays;
    private final PublicAddress publicAddress;
    private final ChangeJoint changeJoint;

    DoorSettingsPage(
            Links links,
            ChangeDoor changeDoor,
            PreferredDays preferredDays,
            PublicAddress publicAddress,
            ChangeJoint changeJoint) {
        this.preferredDays = preferredDays;
        this.links = links;
        this.changeDoor = changeDoor;
        this.publicAddress = publicAddress;
        this.changeJoint = changeJoint;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        DoorSetting now = links.setting();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("linkDays", Integer.toString(now.linkDays()));
        values.put("olderDays", Integer.toString(now.olderDays()));
        values.put("promiseDays", Integer.toString(now.promiseDays()));
        values.put("waitDays", Integer.toString(preferredDays.longestWait()));
        values.put("takesPart", now.takesPart() ? "on" : "");
        return page(caller, values, Map.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form) {
        try {
            changeDoor.change(
                    caller,
                    new DoorSetting(
                            number(form, "linkDays"),
                            number(form, "olderDays"),
                            number(form, "promiseDays"),
                            form.containsKey("takesPart")));
            preferredDays.waitAtMost(caller, number(form, "waitDays"));
            return Onward.to(ADDRESS, Flash.done("Saved. It holds for links sent from now on."));
        } catch (BadInput bad) {
            Map<String, String> problems = new LinkedHashMap<>();
            bad.problems().forEach(problem -> problems.put(problem.column(), problem.message()));
            ModelAndView page = page(caller, form, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(ADDRESS + "/joint")
    ModelAndView joint(Caller caller, @RequestParam Map<String, String> form) {
        changeJoint.change(caller, form.containsKey("joint"));
        return Onward.to(ADDRESS, Flash.done("Saved. It holds for reminders from now on."));
    }

    private static int number(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    private ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        return new ModelAndView("portal/settings")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("address", publicAddress.of(caller.organisation()).orElse(""))
                .addObject("isJoint", changeJoint.takesPart())
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }
}
