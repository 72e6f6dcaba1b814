package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A page's request as its panel sees it: a GET with the panel's own parameters and none of the page's. */
final class PanelRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new HashMap<>();

    PanelRequest(HttpServletRequest page, String url) {
        super(page);
        UriComponentsBuilder.fromUriString(url).build().getQueryParams().forEach(this::keep);
    }

    private void keep(String name, List<String> values) {
        parameters.put(plain(name), values.stream().map(PanelRequest::plain).toArray(String[]::new));
    }

    private static String plain(@Nullable String encoded) {
        return encoded == null ? "" : UriUtils.decode(encoded, "UTF-8");
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
