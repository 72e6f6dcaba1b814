package dev.dunwell.web;

import gg.jte.Content;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Panels of other modules, put into a page by their URL: {@code ${panels.at("/customers/7/open-items")}}.
 *
 * <p>The server asks itself, in the same request and as the same person, so the page is whole without JavaScript and no
 * module imports another to show it. A panel that the reader may not see, or that does not exist, is left out. A panel
 * that fails says so in its place and leaves the rest of the page alone.
 */
public final class Panels {

    private static final Logger log = LoggerFactory.getLogger(Panels.class);
    private static final String INCLUDED = Panels.class.getName();

    private final UnaryOperator<String> html;

    /** For pages rendered without a server: {@code html} answers for a URL. */
    Panels(UnaryOperator<String> html) {
        this.html = html;
    }

    static Panels of(HttpServletRequest request, HttpServletResponse response) {
        return new Panels(url -> include(url, request, response));
    }

    /** Whether this request is another page asking for a panel. */
    static boolean isIncluded(HttpServletRequest request) {
        return request.getAttribute(INCLUDED) != null;
    }

    /** What is asked for: the panel's URL while one is included, else the path of the request. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(INCLUDED) instanceof String url ? url : request.getServletPath();
    }

    /** The panel's HTML as it answers a GET of this URL, which is relative to the application and may carry a query. */
    public Content at(String url) {
        return output -> output.writeContent(html.apply(url));
    }

    private static String include(String url, HttpServletRequest request, HttpServletResponse response) {
        var answer = new PanelResponse(response);
        Object outer = request.getAttribute(INCLUDED);
        request.setAttribute(INCLUDED, url);
        try {
            request.getRequestDispatcher(url).include(new PanelRequest(request, url), answer);
            return shown(url, answer);
        } catch (ServletException | IOException | RuntimeException e) {
            log.error("The panel {} failed", url, e);
            return failed();
        } finally {
            request.setAttribute(INCLUDED, outer);
        }
    }

    private static String shown(String url, PanelResponse answer) {
        int status = answer.status();
        if (status < 300) {
            return answer.body();
        } else if (status < 500) {
            log.debug("The panel {} answered {} and is left out", url, status);
            return "";
        } else {
            return failed();
        }
    }

    private static String failed() {
        return "<section class=\"card\"><p class=\"in muted\">This part cannot be shown just now: it failed, and the"
                + " failure is in the log. The rest of the page is complete.</p></section>";
    }
}
