package dev.dunwell.access;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a record, as the audit tells it. */
public final class Changes {

    private Changes() {}

    /**
     * @return for each part that differs its name and {@code before → after}; the parts of a record within the record
     *     stand by their own names
     */
    public static Map<String, String> between(Record before, Record after) {
        if (before.getClass() != after.getClass()) {
            throw new IllegalArgumentException("Two kinds of records: " + before.getClass() + ", " + after.getClass());
        }
        var changes = new LinkedHashMap<String, String>();
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            Object was = read(part, before);
            Object is = read(part, after);
            if (was instanceof Record inner
                    && is instanceof Record other
                    && !part.getType().isInterface()) {
                changes.putAll(between(inner, other));
            } else if (!Objects.equals(was, is)) {
                changes.put(part.getName(), words(was) + " → " + words(is));
            }
        }
        return changes;
    }

    private static @Nullable Object read(RecordComponent part, Record of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
