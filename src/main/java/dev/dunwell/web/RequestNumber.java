package dev.dunwell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a number that its log lines, its answer ({@code X-Request-Id}) and its error page share. It is
 * always our own: a number from outside could write into the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumber extends OncePerRequestFilter {

    private static final String NAME = RequestNumber.class.getName();
    private static final int LENGTH = 12;

    static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String number ? number : "none";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        request.setAttribute(NAME, number);
        response.setHeader("X-Request-Id", number);
        try (var line = MDC.putCloseable("request", number)) {
            chain.doFilter(request, response);
        }
    }
}
