package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * What a request without a session, or with one that may not, is told. A page goes to the sign-in and back; a call by
 * htmx gets 401 with {@code HX-Redirect}, so that a sign-in form is never swapped into the middle of a page.
 */
@Component
public class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/sign-in";

    private final Faults faults;

    SignInFirst(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String path = request.getServletPath();
        if (path.startsWith("/api/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            faults.answer(Fault.of(401), path, request, response);
        } else if (Visit.isHtmx(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") && !path.equals("/")) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.sendRedirect(
                    request.getContextPath() + SIGN_IN + "?next=" + UriUtils.encode(path + query, "UTF-8"));
        } else {
            response.sendRedirect(request.getContextPath() + SIGN_IN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && request.getRemoteUser() == null && Visit.isHtmx(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            Fault fault = why instanceof CsrfException && hasToken(request) ? Fault.staleForm() : Fault.of(403);
            faults.answer(fault, request.getServletPath(), request, response);
        }
    }

    private static boolean hasToken(HttpServletRequest request) {
        return request.getParameter("_csrf") != null || request.getHeader("X-CSRF-TOKEN") != null;
    }
}
