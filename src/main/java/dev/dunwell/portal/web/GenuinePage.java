package dev.dunwell.portal.web;

import dev.dunwell.access.Attempts;
import dev.dunwell.access.Origin;
import dev.dunwell.portal.CheckDemand;
import dev.dunwell.portal.DemandCode;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Genuine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Is this genuine?": for anybody who holds a letter or mail and doubts. */
@Controller
class GenuinePage {

    private static final int TRIES_AN_HOUR = 20;

    private final CheckDemand checkDemand;
    private final Attempts tries;

    GenuinePage(CheckDemand checkDemand, Clock clock) {
        this.checkDemand = checkDemand;
        this.tries = new Attempts(TRIES_AN_HOUR, Duration.ofHours(1), clock);
    }

    @GetMapping("/genuine")
    String ask(HttpServletRequest request, Model model) {
        return page(request, model, GenuineView.State.ASK, null, "");
    }

    @PostMapping("/genuine")
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (isTooOften(request, response)) {
            return page(request, model, GenuineView.State.WAIT, null, "");
        }
        Optional<DemandCode> typed = DemandCode.read(code);
        Genuine found = typed.flatMap(checkDemand::check).orElse(null);
        String text = typed.map(DemandCode::text).orElse("");
        return page(request, model, found == null ? GenuineView.State.UNKNOWN : GenuineView.State.GENUINE, found, text);
    }

    @PostMapping("/genuine/link")
    String link(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (isTooOften(request, response)) {
            return page(request, model, GenuineView.State.WAIT, null, "");
        }
        DemandCode.read(code).ifPresent(checkDemand::sendLink);
        return page(request, model, GenuineView.State.SENT, null, "");
    }

    private boolean isTooOften(HttpServletRequest request, HttpServletResponse response) {
        Duration wait = tries.count(Origin.of(request));
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        }
        return !wait.isZero();
    }

    private static String page(
            HttpServletRequest request, Model model, GenuineView.State state, @Nullable Genuine found, String code) {
        DoorWords words = DoorErrors.words(request);
        model.addAttribute("view", new GenuineView(words, state, found, code));
        return "portal/genuine";
    }
}
