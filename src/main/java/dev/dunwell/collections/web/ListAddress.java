package dev.dunwell.collections.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * The address of a list with what it narrows down and how it is ordered, {@code /customers?overdue=true&sort=open},
 * always of its first page. What is not known or empty is left out.
 */
record ListAddress(String path, List<String> known, Map<String, String> parameters) {

    static ListAddress of(String path, List<String> known, Map<String, String> given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : known) {
            String value = given.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return new ListAddress(path, known, parameters);
    }

    /** Empty when it is not there. */
    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean isOn(String name) {
        return parameters.containsKey(name);
    }

    /** The same with another value; an empty one takes it away. */
    ListAddress with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return of(path, known, changed);
    }

    String url() {
        return url(path);
    }

    /** The same list elsewhere, as a file for example. */
    String url(String path) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + UriUtils.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
