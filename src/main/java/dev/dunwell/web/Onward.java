package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Where the reader goes after an act, and what the act came to: a redirect for a browser, {@code HX-Redirect} for htmx,
 * so that both arrive on a whole page with its line of {@link Flash}.
 *
 * @param address a page of ours, relative to the application; nothing in it is expanded
 */
public record Onward(String address, Flash flash) implements View {

    public static ModelAndView to(String address, Flash flash) {
        return new ModelAndView(new Onward(address, flash));
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put(Flash.ATTRIBUTE, flash);
        RequestContextUtils.saveOutputFlashMap(address, request, response);
        String url = request.getContextPath() + address;
        if (Visit.isHtmx(request)) {
            response.setHeader("HX-Redirect", url);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Location", url);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }
}
