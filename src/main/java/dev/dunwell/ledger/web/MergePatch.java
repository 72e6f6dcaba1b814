package dev.dunwell.ledger.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a PATCH means (RFC 7396): fields given replace those there, null empties one, fields not given stay. */
@Component
class MergePatch {

    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    <T> T apply(T current, Map<String, Object> patch, Class<T> type) {
        ObjectNode merged = json.valueToTree(current);
        ObjectNode given = json.valueToTree(patch);
        given.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return json.treeToValue(merged, type);
    }
}
