package dev.dunwell.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts that ship, from {@code letters/<language>/<tone>/<template>.md} and
 * {@code scripts/<language>/<situation>/<stage>.md}. Every letter exists; a script may be missing for a situation.
 */
public final class ShippedTexts {

    private static final Map<TextKey, Optional<Text>> READ = new ConcurrentHashMap<>();

    private ShippedTexts() {}

    public static Optional<Text> of(TextKey key) {
        return READ.computeIfAbsent(key, ShippedTexts::read);
    }

    private static Optional<Text> read(TextKey key) {
        try (InputStream in = ShippedTexts.class.getResourceAsStream(key.path())) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Text(key, 0, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
