package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.Wording;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fixed words of our papers about cases in one language, from {@code cases/<language>.properties}. */
public final class CaseWords {

    private static final Map<String, CaseWords> ALL =
            Wording.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), CaseWords::new));

    private final Wording wording;
    private final Properties words = new Properties();

    private CaseWords(String language) {
        this.wording = Wording.of(language);
        String path = "/cases/" + language + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CaseWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a language tag; English for languages we do not write. */
    public static CaseWords of(String language) {
        return Objects.requireNonNull(ALL.get(Wording.of(language).language()));
    }

    public String language() {
        return wording.language();
    }

    /** A word or sentence with its places filled in. */
    public String word(String key, String... places) {
        String text = Objects.requireNonNull(words.getProperty(key), () -> "no word '" + key + "' in " + language());
        for (int i = 0; i < places.length; i++) {
            text = text.replace("{" + i + "}", places[i]);
        }
        return text;
    }

    public String date(LocalDate date) {
        return wording.date(date);
    }

    public String amount(Money money) {
        return wording.amount(money);
    }
}
