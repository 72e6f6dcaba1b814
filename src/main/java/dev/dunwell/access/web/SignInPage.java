package dev.dunwell.access.web;

import dev.dunwell.access.Origin;
import dev.dunwell.access.Presence;
import dev.dunwell.access.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in and going out. */
@Controller
class SignInPage {

    private static final String UNKNOWN = "That address and password do not belong together. Check both and try again.";
    private static final String TOO_MANY = "Too many attempts. Try again in %d minutes.";
    private static final String TOO_OLD = "This page was open for too long. Please sign in again.";

    private final SignIn signIn;
    private final Sessions sessions;
    private final SetUpCode setUp;

    SignInPage(SignIn signIn, Sessions sessions, SetUpCode setUp) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.setUp = setUp;
    }

    @GetMapping("/sign-in")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String next,
            @RequestParam @Nullable String again,
            HttpServletRequest request) {
        if (Presence.of(request).isPresent()) {
            return Redirect.to(Paths.ownPage(next));
        } else if (setUp.isOpen()) {
            return Redirect.to("/set-up");
        } else {
            return page(again == null ? null : TOO_OLD, "", next);
        }
    }

    @PostMapping("/sign-in")
    ModelAndView attempt(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(username, password, Origin.of(request))) {
            case SignIn.Outcome.Welcome(var who, var hasChoice) -> {
                sessions.begin(who, request);
                yield Redirect.to(hasChoice && next.isEmpty() ? "/organisations" : Paths.ownPage(next));
            }
            case SignIn.Outcome.Unknown() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield page(UNKNOWN, username, next);
            }
            case SignIn.Outcome.TooMany(Duration retryAfter) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds() + 1));
                yield page(TOO_MANY.formatted(retryAfter.toMinutes() + 1), username, next);
            }
        };
    }

    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Redirect.to("/sign-in");
    }

    private static ModelAndView page(@Nullable String error, String username, String next) {
        var page = new ModelAndView("access/sign-in").addObject("values", Map.of("username", username, "next", next));
        return error == null ? page : page.addObject("error", error);
    }
}
