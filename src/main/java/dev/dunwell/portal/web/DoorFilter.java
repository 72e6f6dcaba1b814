package dev.dunwell.portal.web;

import dev.dunwell.access.Tenant;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Payers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out which payer asks and does the rest of the request for the organisation of the place it is about. Refuses a
 * form that does not come from our own page.
 */
class DoorFilter extends OncePerRequestFilter {

    static final String PAYER = Payer.class.getName();

    private static final Pattern AT_A_PLACE = Pattern.compile("/door/([0-9a-f]{12})(?:/.*)?");

    private final Payers payers;

    DoorFilter(Payers payers) {
        this.payers = payers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        boolean isInside = request.getServletPath().startsWith("/door");
        Payer payer = isInside ? payer(request).orElse(null) : null;
        if (request.getMethod().equals("POST") && !isFromOwnPage(request, payer)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (payer == null) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(PAYER, payer);
            inOrganisation(payer.here().organisation(), request, response, chain);
        }
    }

    private Optional<Payer> payer(HttpServletRequest request) {
        Matcher place = AT_A_PLACE.matcher(request.getServletPath());
        String asked = place.matches() ? place.group(1) : "";
        return DoorCookie.read(request).flatMap(visit -> payers.of(visit, asked));
    }

    /** Browsers say where a form comes from; within a visit it also carries what only our page knows. */
    private static boolean isFromOwnPage(HttpServletRequest request, @Nullable Payer payer) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isSameSite = site == null || site.equals("same-origin");
        String token = request.getParameter("form");
        return isSameSite && (payer == null || token != null && isSame(token, payer.formToken()));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void inOrganisation(
            int id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Tenant.<Boolean, Exception>in(id, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
