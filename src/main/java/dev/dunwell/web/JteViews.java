package dev.dunwell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders the view {@code ledger/open-items} with the template {@code ledger/open-items.jte}.
 *
 * <p>A template gets the entries of the model that it declares, and, when it declares them: {@code frame} completed
 * with the request, {@code csrf} for pages without a frame, and {@code panels}. A page is rendered whole before its
 * first byte leaves, so an error in the middle of it still becomes an error page.
 */
@Component
public class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;

    JteViews(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template) ? (model, rq, rs) -> render(template, model, rq, rs) : null;
    }

    /** Before Spring's own resolvers: they would answer first with an empty page. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    void render(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, @Nullable Object> params = new HashMap<>(model == null ? Map.of() : model);
        Visit visit = Visit.of(request, params.get(Flash.ATTRIBUTE));
        params.putIfAbsent("csrf", visit.csrf());
        params.putIfAbsent("panels", Panels.of(request, response));
        params.computeIfPresent("frame", (name, frame) -> ((Frame) frame).at(visit));
        // Spring adds entries of its own, and a typed template accepts only what it declares.
        params.keySet().retainAll(templates.getParamInfo(template).keySet());

        var html = new Utf8ByteOutput();
        templates.render(template, params, html);
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader("Vary", "HX-Request");
        html.writeTo(response.getOutputStream());
    }
}
