package dev.dunwell.portal.web;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** The invoices that were ticked in a form. */
final class Ticked {

    private Ticked() {}

    /** Their ids, each once; what is no id is nothing. */
    static List<Long> of(MultiValueMap<String, String> given) {
        return given.getOrDefault("invoice", List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}
