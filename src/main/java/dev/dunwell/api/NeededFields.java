package dev.dunwell.api;

import dev.dunwell.kernel.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a JSON body left out: every component of a request's record is needed unless it is marked
 * {@link Nullable}.
 */
final class NeededFields {

    private final List<Problem> missing = new ArrayList<>();

    private NeededFields() {}

    static List<Problem> missingIn(Object body) {
        var fields = new NeededFields();
        fields.visit(body, "");
        return fields.missing;
    }

    private void visit(Object value, String place) {
        if (value instanceof Record body) {
            for (RecordComponent component : body.getClass().getRecordComponents()) {
                visit(body, component, place.isEmpty() ? component.getName() : place + "." + component.getName());
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visitNullable(list.get(i), false, place + "[" + i + "]");
            }
        }
    }

    private void visit(Record body, RecordComponent component, String place) {
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        visitNullable(value(body, component), mayBeNull, place);
    }

    private void visitNullable(@Nullable Object value, boolean mayBeNull, String place) {
        if (value != null) {
            visit(value, place);
        } else if (!mayBeNull) {
            missing.add(new Problem(0, place, "This field is needed."));
        }
    }

    private static @Nullable Object value(Record body, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
