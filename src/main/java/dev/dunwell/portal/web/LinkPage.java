package dev.dunwell.portal.web;

import dev.dunwell.access.Secret;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.OpenDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What stands behind a link in a mail. Machines fetch it first, some of them with a browser: it says who sent it and
 * shows a button, and writes nothing. Only the button begins a visit.
 */
@Controller
class LinkPage {

    private final OpenDoor openDoor;

    LinkPage(OpenDoor openDoor) {
        this.openDoor = openDoor;
    }

    @GetMapping("/d/{token}")
    String show(@PathVariable String token, Model model) {
        OpenDoor.Sender sender = secret(token).flatMap(openDoor::sender).orElseThrow(DoorClosed::new);
        model.addAttribute("w", DoorWords.of(sender.language()));
        model.addAttribute("vendor", sender.vendor());
        return "portal/link";
    }

    @PostMapping("/d/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Secret visit = secret(token).flatMap(openDoor::open).orElseThrow(DoorClosed::new);
        DoorCookie.write(visit, request, response);
        return Go.to("/door");
    }

    private static Optional<Secret> secret(String token) {
        return Secret.isLink(token) ? Optional.of(new Secret(token)) : Optional.empty();
    }
}
