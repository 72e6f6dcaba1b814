package dev.dunwell.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Which addresses are for programs, and where a person may be sent. */
final class Paths {

    static final String API_DESCRIPTION = "/api/v1/openapi.json";

    /** Leads on to where the day begins for this reader. */
    static final String HOME = "/";

    private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");

    private Paths() {}

    static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    /** The one address under /api that a person may open too. */
    static boolean isApiDescription(HttpServletRequest request) {
        return request.getServletPath().equals(API_DESCRIPTION);
    }

    /** Where to go after signing in: a page of ours, whatever the address asked for. */
    static String ownPage(String asked) {
        boolean isOwn = OWN_PAGE.matcher(asked).matches() && !asked.startsWith("/sign-") && !asked.startsWith("/api/");
        return isOwn ? asked : HOME;
    }
}
