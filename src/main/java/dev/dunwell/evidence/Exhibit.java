package dev.dunwell.evidence;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** One file of a pack; read twice from its first byte to its last. */
record Exhibit(String path, InputStreamSource content) {

    static Exhibit of(String path, byte[] bytes) {
        return new Exhibit(path, new ByteArrayResource(bytes));
    }

    static Exhibit of(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
