package dev.dunwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** House rules a formatter cannot see. Each says what to do instead. */
class TidyTest {

    private static final int LONGEST_FILE = 320;
    /** The formatter wraps code at 120; SQL and sentences in quotes may run a little longer. */
    private static final int LONGEST_LINE = 140;

    private static final String FLOATING = "\\b(double|float|Double|Float)\\b";
    /** Statistics of days and chances; no amount leaves it but as whole minor units. */
    private static final String STATISTICS = "dev/dunwell/foresight/learning/";
    /** Where a square stands on a page. */
    private static final String DRAWING = "dev/dunwell/archive/SquaresDrawer.java";

    private static final Map<Pattern, String> BANNED = new LinkedHashMap<>();

    static {
        ban(
                "\\b(LocalDate|Instant|LocalDateTime|LocalTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)",
                "pass today in, or a Clock");
        ban("\\bSystem\\.currentTimeMillis\\(\\)", "pass a Clock in");
        ban(FLOATING, "use Money or BigDecimal");
        ban("@Autowired", "use the constructor");
        ban("@Service\\b", "say what it is: @Component for an act, @Repository for a store");
        ban(
                "\\b(class|record|interface|enum) \\w+(Service|Manager|Helper|Util|Utils|Impl|Dto|Info|Processor)\\b",
                "name it after what it is or does");
        ban("\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b", "open an issue instead");
        ban("System\\.(out|err)\\.", "return it, or log it");
        ban("\\.printStackTrace\\(", "log it or let it fly");
    }

    private static void ban(String pattern, String remedy) {
        BANNED.put(Pattern.compile(pattern), remedy);
    }

    @Test
    void the_sources_keep_the_house_rules() throws IOException {
        List<String> dirt = new ArrayList<>();
        for (Path file : Sources.under("src/main/java", ".java")) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > LONGEST_FILE) {
                dirt.add(file + ": " + lines.size() + " lines; would a stranger want it in two?");
            }
            for (int i = 0; i < lines.size(); i++) {
                dirt.addAll(faults(file + ":" + (i + 1), lines.get(i)));
            }
        }
        assertThat(dirt).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : Sources.under("src/main/java", ".java")) {
            Path about = file.resolveSibling("package-info.java");
            if (!Files.exists(about) || !Files.readString(about).contains("@NullMarked")) {
                silent.add(file.getParent() + ": write a package-info.java with a sentence and @NullMarked");
            }
        }
        assertThat(silent.stream().distinct()).isEmpty();
    }

    private static List<String> faults(String place, String line) {
        List<String> faults = new ArrayList<>();
        if (line.length() > LONGEST_LINE && !line.startsWith("import ")) {
            faults.add(place + ": longer than " + LONGEST_LINE + " columns");
        }
        BANNED.forEach((pattern, remedy) -> {
            boolean isNoAmount =
                    pattern.pattern().equals(FLOATING) && (place.contains(STATISTICS) || place.contains(DRAWING));
            if (!isNoAmount && pattern.matcher(line).find()) {
                faults.add(place + ": " + line.strip() + " — " + remedy);
            }
        });
        return faults;
    }
}
