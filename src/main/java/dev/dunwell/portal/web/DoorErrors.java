package dev.dunwell.portal.web;

import dev.dunwell.access.Attempts;
import dev.dunwell.access.Origin;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Payer;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a payer is told when something cannot be done, in their language and without a word of how the house works. A
 * door that is closed looks the same whatever the cause; whoever tries one after another is told to wait.
 */
@ControllerAdvice(
        assignableTypes = {
            LinkPage.class,
            DoorPage.class,
            ItemPage.class,
            QuotePage.class,
            ManyPage.class,
            MePage.class,
            PapersPage.class,
            PayPage.class,
            DebitPage.class,
            BackPage.class,
            GenuinePage.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class DoorErrors {

    private static final int MISSES_A_MINUTE = 20;

    private final Attempts misses;

    DoorErrors(Clock clock) {
        this.misses = new Attempts(MISSES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @ExceptionHandler({DoorClosed.class, NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView closed(HttpServletRequest request, HttpServletResponse response) {
        Duration wait = misses.count(Origin.of(request));
        if (wait.isZero()) {
            return page("portal/closed", HttpStatus.NOT_FOUND, request);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            return refused("refused.wait", HttpStatus.TOO_MANY_REQUESTS, request);
        }
    }

    @ExceptionHandler(Payer.NotProven.class)
    ModelAndView prove() {
        return Go.to("/door/proof");
    }

    @ExceptionHandler(BadInput.class)
    ModelAndView wrong(HttpServletRequest request) {
        return refused("refused.input", HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(refusal.status());
        String text = words(request).first("refused." + refusal.code(), "refused.meanwhile");
        return page("portal/refused", status, request).addObject("text", text);
    }

    private static ModelAndView refused(String key, HttpStatus status, HttpServletRequest request) {
        return page("portal/refused", status, request)
                .addObject("text", words(request).word(key));
    }

    private static ModelAndView page(String view, HttpStatus status, HttpServletRequest request) {
        return new ModelAndView(view, status).addObject("w", words(request)).addObject("payer", payer(request));
    }

    private static @Nullable Payer payer(HttpServletRequest request) {
        return request.getAttribute(DoorFilter.PAYER) instanceof Payer payer ? payer : null;
    }

    /** A visit's language, else the first that the browser asks for. */
    static DoorWords words(HttpServletRequest request) {
        Payer payer = payer(request);
        return payer == null ? DoorWords.of(request.getLocale().getLanguage()) : payer.words();
    }
}
