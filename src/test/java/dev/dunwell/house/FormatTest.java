package dev.dunwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java source is in the house format; {@code make format} writes what this test compares with. */
class FormatTest {

    private static final boolean WRITING = Boolean.getBoolean("dunwell.format");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Test
    void every_source_is_in_the_house_format() throws IOException, FormatterException {
        List<String> unformatted = new ArrayList<>();
        for (Path file : Sources.java()) {
            String source = Files.readString(file);
            String formatted = formatter.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR));
            if (!formatted.equals(source)) {
                if (WRITING) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(file.toString());
                }
            }
        }
        assertThat(unformatted).as("run `make format`").isEmpty();
    }
}
