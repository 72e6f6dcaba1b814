package dev.dunwell.portal.web;

import dev.dunwell.access.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a payer's visit: apart from that of the people of the house, sent to the payer's pages alone, out of
 * reach of scripts, never sent along from other sites, gone with the browser.
 */
final class DoorCookie {

    private static final String PATH = "/door";
    private static final String SECURE = "__Secure-dunwell-door";
    private static final String PLAIN = "dunwell-door";

    private DoorCookie() {}

    static Optional<Secret> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .filter(Secret::isLink)
                        .map(Secret::new)
                        .findFirst();
    }

    static void write(Secret visit, HttpServletRequest request, HttpServletResponse response) {
        add(visit.text(), Duration.ofSeconds(-1), request, response);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private static void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), value)
                .path(PATH)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
