package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.PlaceSwitch;
import dev.dunwell.access.Presence;
import dev.dunwell.access.Role;
import dev.dunwell.access.Routes;
import dev.dunwell.access.Warnings;
import dev.dunwell.web.Frame;
import dev.dunwell.web.Notice;
import dev.dunwell.web.Place;
import dev.dunwell.web.Reader;
import dev.dunwell.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame: the reader, the places open to their role, and what must not be forgotten. */
@ControllerAdvice
class FrameAdvice {

    private static final String SETTINGS = "/settings/organisation";

    private final ObjectProvider<Warnings> warnings;

    private final ObjectProvider<PlaceSwitch> switches;

    FrameAdvice(ObjectProvider<Warnings> warnings, ObjectProvider<PlaceSwitch> switches) {
        this.warnings = warnings;
        this.switches = switches;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        if (!Paths.isApi(request)) {
            boolean isShown = Frame.isShown(request);
            Presence.of(request).ifPresent(here -> model.addAttribute("frame", frame(here, isShown)));
        }
    }

    private Frame frame(Presence here, boolean isShown) {
        Caller caller = here.caller();
        Organisation organisation = caller.organisation();
        var reader = new Reader(
                caller.actor().name(),
                organisation.name(),
                caller.role().title(),
                organisation.locale(),
                organisation.zone(),
                here.hasChoice(),
                here.shortcutsOn());
        return Frame.of(
                reader,
                caller.today(),
                isShown ? places(caller.role()) : List.of(),
                isShown ? notices(caller) : List.of());
    }

    private List<Place> places(Role role) {
        List<Place> off = switches.stream()
                .filter(each -> !each.isOn())
                .map(PlaceSwitch::place)
                .toList();
        return Arrays.stream(Place.values())
                .filter(place -> Routes.declared()
                        .find("GET", place.url())
                        .filter(route -> route.isFor(role))
                        .isPresent())
                .filter(place -> !off.contains(place))
                .toList();
    }

    private List<Notice> notices(Caller caller) {
        Organisation organisation = caller.organisation();
        List<Notice> notices = new ArrayList<>();
        if (organisation.mailMode() == MailMode.HOLD) {
            notices.add(notice(caller, "Mail is on hold: letters are written and wait, none leaves.", "Let it go"));
        }
        if (organisation.isSimulated()) {
            String day = new Show(organisation.locale(), organisation.zone(), caller.today()).longDay(caller.today());
            notices.add(
                    notice(caller, "Simulated day: " + day + ". What is dated later does not exist yet.", "Change it"));
        }
        warnings.orderedStream().forEach(each -> notices.addAll(each.of(caller)));
        return notices;
    }

    private static Notice notice(Caller caller, String text, String action) {
        return caller.may("POST " + SETTINGS) ? new Notice(text, action, SETTINGS) : Notice.of(text);
    }
}
