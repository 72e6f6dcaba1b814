package dev.dunwell.messaging;

import dev.dunwell.kernel.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a letter is firm at most, never harsh or threatening. The phrases to avoid stand in
 * {@code letters/<language>/avoid.txt}; an exclamation mark is a raised voice.
 */
final class Tone {

    private static final Pattern EXCLAMATION = Pattern.compile("!(?!=)");

    private Tone() {}

    /** The faults of a template's source in that language, each with its line; none when it is fit to send. */
    static List<Problem> faults(String language, String source) {
        Pattern harsh = harsh(Wording.of(language).language());
        List<Problem> faults = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = harsh.matcher(lines.get(i));
            while (found.find()) {
                faults.add(new Problem(
                        i + 1,
                        "",
                        "'%s' sounds like a threat: say what you ask for and offer help.".formatted(found.group())));
            }
            if (EXCLAMATION.matcher(lines.get(i)).find()) {
                faults.add(new Problem(
                        i + 1, "", "An exclamation mark raises the voice: end the sentence with a full stop."));
            }
        }
        return faults;
    }

    private static Pattern harsh(String language) {
        String path = "/letters/" + language + "/avoid.txt";
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tone.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            List<String> phrases = in.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q"))
                    .toList();
            String any = "(?<!\\p{L})(?:" + String.join("|", phrases) + ")(?!\\p{L})";
            return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
