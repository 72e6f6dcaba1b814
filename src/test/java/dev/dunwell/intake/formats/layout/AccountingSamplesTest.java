package dev.dunwell.intake.formats.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Samples;
import dev.dunwell.intake.formats.table.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every file of the folder of exports is read as it is, or refused with what it is: {@code intake/samples.txt} says
 * which.
 */
@Tag("slow")
class AccountingSamplesTest {

    @Test
    void every_export_is_read_or_refused_with_what_it_is() throws IOException {
        Path folder = Samples.file("accounting");
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> told = files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'),
                            file -> Export.read(Source.of(file), Kind.ANY).told(),
                            (a, b) -> a,
                            TreeMap::new));
            assertThat(told).containsExactlyEntriesOf(new TreeMap<>(expected()));
        }
    }

    private static Map<String, String> expected() throws IOException {
        try (InputStream file = AccountingSamplesTest.class.getResourceAsStream("/intake/samples.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toMap(line -> line.split(" => ")[0], line -> line.split(" => ")[1]));
        }
    }
}
