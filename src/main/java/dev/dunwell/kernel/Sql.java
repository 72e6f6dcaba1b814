package dev.dunwell.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Long queries live in {@code sql/<module>/<question>.sql}; one that is missing stops the start, not a user. */
public final class Sql {

    private Sql() {}

    /** @param name module and question, as {@code collections/items} */
    public static String named(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("there is no query sql/" + name + ".sql");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
