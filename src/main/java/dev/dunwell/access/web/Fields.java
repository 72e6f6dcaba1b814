package dev.dunwell.access.web;

import org.jspecify.annotations.Nullable;

/** Values as a form's fields want them. */
final class Fields {

    private Fields() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
