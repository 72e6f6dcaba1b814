package dev.dunwell.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where in a JSON body something does not fit, and what belongs there, without naming any of our classes. */
final class JsonPlace {

    private static final Map<Class<?>, String> WANTED = Map.of(
            BigDecimal.class, "Give a plain decimal, 1200.50 or \"1200.50\", without separators or exponent.",
            LocalDate.class, "Give a day as 2013-05-01.",
            LocalTime.class, "Give a time as 20:00.",
            Instant.class, "Give a moment as 2013-05-01T20:00:00Z.",
            String.class, "Give a text without control characters that cannot be stored.",
            Boolean.class, "Give true or false.",
            boolean.class, "Give true or false.");

    private JsonPlace() {}

    /** {@code allocations[0].amount}, empty for the body itself. */
    static String of(DatabindException misfit) {
        return misfit.getPath().stream()
                .map(JsonPlace::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    static String advice(DatabindException misfit) {
        return switch (misfit) {
            case UnrecognizedPropertyException unknown -> "There is no such field. There are: " + known(unknown) + ".";
            case MismatchedInputException mismatch -> wanted(mismatch.getTargetType());
            default -> "This does not fit.";
        };
    }

    private static String step(JacksonException.Reference reference) {
        return reference.getPropertyName() != null
                ? "." + reference.getPropertyName()
                : "[" + reference.getIndex() + "]";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return Objects.requireNonNull(unknown.getKnownPropertyIds()).stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "This does not fit.";
        } else if (type.isEnum()) {
            return "Give one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ".";
        } else if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return WANTED.getOrDefault(type, "Give a whole number.");
        } else {
            return WANTED.getOrDefault(type, "Something else belongs here; see /api/v1/openapi.json.");
        }
    }
}
