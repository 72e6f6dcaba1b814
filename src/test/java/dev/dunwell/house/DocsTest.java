package dev.dunwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents name exists: files, classes, make targets. Narrow on purpose. */
class DocsTest {

    private static final List<String> DOCUMENTS =
            List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/operate/install.md");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void every_file_that_is_named_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String document : DOCUMENTS) {
            for (String name : named(document, CODE)) {
                boolean isPath = name.matches("(src|docs|build|\\.ci)/[^<…*]+");
                if (isPath && !Files.exists(Path.of(name))) {
                    missing.add(document + ": " + name);
                }
            }
            for (String link : named(document, LINK)) {
                if (!link.startsWith("http") && !Files.exists(Path.of(document).resolveSibling(link))) {
                    missing.add(document + ": " + link);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_class_on_the_map_exists() throws IOException {
        Set<String> classes = Sources.java().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(named("ARCHITECTURE.md", CODE).stream()
                        .filter(name -> name.matches("[A-Z][A-Za-z]+[a-z][A-Za-z]*"))
                        .filter(name -> !classes.contains(name)))
                .isEmpty();
    }

    @Test
    void every_make_target_exists() throws IOException {
        String makefile = Files.readString(Path.of("Makefile"));
        for (String document : DOCUMENTS) {
            for (String name : named(document, CODE)) {
                if (name.matches("make [a-z]+")) {
                    assertThat(makefile).as(document).contains("\n" + name.substring(5) + ":");
                }
            }
        }
    }

    private static List<String> named(String document, Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(Path.of(document)));
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
