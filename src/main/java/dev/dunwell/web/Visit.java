package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a template needs to know of the request it answers.
 *
 * @param csrf the token that every form sends back as {@code _csrf}; empty when the request has none
 * @param isFragment only the content is wanted: htmx asks, or another page includes it as a panel
 * @param isLook an open page looks again: it shows what must not be forgotten too
 * @param flash what the last act came to, null on most pages
 */
record Visit(
        String csrf,
        boolean isFragment,
        boolean isLook,
        @Nullable Flash flash) {

    static final Visit NONE = new Visit("", false, false, null);

    static Visit of(HttpServletRequest request, @Nullable Object flash) {
        return new Visit(
                csrf(request), isFragment(request), isLook(request), flash instanceof Flash said ? said : null);
    }

    static boolean isFragment(HttpServletRequest request) {
        return Panels.isIncluded(request) || isHtmx(request) && !restoresPage(request);
    }

    static boolean isLook(HttpServletRequest request) {
        return isHtmx(request) && !Panels.isIncluded(request) && "true".equals(request.getParameter("live"));
    }

    static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean restoresPage(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Boosted"))
                || "true".equals(request.getHeader("HX-History-Restore-Request"));
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
