package dev.dunwell.access.web;

import dev.dunwell.access.Attempts;
import dev.dunwell.access.Origin;
import dev.dunwell.access.SetUp;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a fresh installation: an administrator and their organisation. Afterwards it is not there. */
@Controller
class SetUpPage {

    private static final int TRIES = 20;
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    private final SetUp setUp;
    private final SetUpCode code;
    private final Attempts attempts;

    SetUpPage(SetUp setUp, SetUpCode code, Clock clock) {
        this.setUp = setUp;
        this.code = code;
        this.attempts = new Attempts(TRIES, Duration.ofMinutes(15), clock);
    }

    @GetMapping("/set-up")
    ModelAndView ask() {
        stopWhenDone();
        return page(Map.of());
    }

    @PostMapping("/set-up")
    ModelAndView setUp(
            @RequestParam Map<String, String> form, HttpServletRequest request, HttpServletResponse response) {
        stopWhenDone();
        Duration wait = attempts.count(Origin.of(request));
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            return page(form).addObject("error", "Too many attempts. Wait a quarter of an hour.");
        } else if (!code.isRight(form.getOrDefault("secret", ""))) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return page(form).addObject("problems", Map.of("secret", "That is not the code from the server's log."));
        } else {
            attempts.takeBack(Origin.of(request));
            return perform(form, request, response);
        }
    }

    private ModelAndView perform(Map<String, String> form, HttpServletRequest request, HttpServletResponse response) {
        try {
            var given = new HashMap<>(form);
            given.putIfAbsent("locale", request.getLocale().toLanguageTag());
            SetUp.Wanted wanted = SetUp.Wanted.read(given);
            setUp.perform(wanted.administrator(), wanted.organisation());
            return Redirect.to("/sign-in");
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form).addObject("problems", bad.byField());
        }
    }

    private void stopWhenDone() {
        if (!code.isOpen()) {
            throw new NotFound("page");
        }
    }

    private static ModelAndView page(Map<String, String> form) {
        var values = new HashMap<>(form);
        values.remove("password");
        return new ModelAndView("access/set-up")
                .addObject("values", values)
                .addObject("zones", ZONES)
                .addObject("currencies", CURRENCIES);
    }
}
