package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class VendorTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    record Entry(String file, String name, String version, String licence, String sha512) {}

    @Test
    void each_foreign_file_is_the_one_the_manifest_names() throws Exception {
        for (Entry entry : manifest()) {
            assertThat(entry.sha512()).as(entry.file()).isEqualTo(sha512(VENDOR.resolve(entry.file())));
            assertThat(entry.licence()).as(entry.file()).isNotBlank();
        }
    }

    @Test
    void no_foreign_file_is_missing_from_the_manifest() throws IOException {
        try (Stream<Path> files = Files.walk(VENDOR)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> VENDOR.relativize(file).toString())
                    .filter(file -> !file.equals("manifest.json"))
                    .toList();
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            manifest().stream().map(Entry::file).toList());
        }
    }

    @Test
    void each_icon_has_a_drawing() {
        assertThat(Icon.values())
                .allSatisfy(icon ->
                        assertThat(icon.drawing()).startsWith("<path d=").doesNotContain("<script", "\n"));
    }

    private static List<Entry> manifest() throws IOException {
        return new JsonMapper().readValue(Files.readString(VENDOR.resolve("manifest.json")), new TypeReference<>() {});
    }

    private static String sha512(Path file) throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
        return Base64.getEncoder().encodeToString(hash);
    }
}
