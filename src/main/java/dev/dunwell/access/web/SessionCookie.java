package dev.dunwell.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of the session: out of reach of scripts, not sent along from other sites. Over https it is bound to this
 * host and to https; the plain name is then not even read, so nobody can plant one over http.
 */
@Component
class SessionCookie implements CookieSerializer {

    private final CookieSerializer secure = cookie("__Host-dunwell", true);
    private final CookieSerializer plain = cookie("dunwell", false);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieSerializer cookie(String name, boolean isSecure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(isSecure);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
