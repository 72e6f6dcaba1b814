package dev.dunwell.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a text is firm at most, never harsh or threatening. The phrases to avoid stand with the why of each in
 * {@code letters/<language>/avoid.txt}; an exclamation mark is a raised voice.
 */
final class Manners {

    private static final Pattern EXCLAMATION = Pattern.compile("!(?!=)");
    private static final Map<String, List<Avoided>> ALL =
            Wording.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Manners::read));

    private Manners() {}

    /** A phrase to avoid; {@code isThreat}: it may not be said at all, else it is asked about. */
    private record Avoided(Pattern phrase, boolean isThreat, String why) {

        /** {@code phrase | why}; a question mark before the phrase makes it a question. */
        static Avoided of(String line) {
            String[] parts = line.split("\\|", 2);
            boolean isQuestion = parts[0].startsWith("?");
            String phrase = parts[0].substring(isQuestion ? 1 : 0).strip();
            String words = Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q");
            return new Avoided(
                    Pattern.compile(
                            "(?<!\\p{L})" + words + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    !isQuestion,
                    parts[1].strip());
        }
    }

    /** The faults of a text's source in that language, each with its line; none when it is fit to send. */
    static List<Finding> faults(String language, String source) {
        List<Avoided> avoided =
                Objects.requireNonNull(ALL.get(Wording.of(language).language()));
        List<Finding> faults = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Avoided each : avoided) {
                Matcher found = each.phrase.matcher(lines.get(i));
                while (found.find()) {
                    faults.add(new Finding(each.isThreat, i + 1, "“" + found.group() + "”: " + each.why));
                }
            }
            if (EXCLAMATION.matcher(lines.get(i)).find()) {
                faults.add(Finding.warning(
                        i + 1, "An exclamation mark raises the voice: end the sentence with a full stop."));
            }
        }
        return faults;
    }

    private static List<Avoided> read(String language) {
        String path = "/letters/" + language + "/avoid.txt";
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Manners.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Avoided::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
