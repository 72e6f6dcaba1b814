package dev.dunwell.messaging;

import dev.dunwell.kernel.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fixed words of a sort of papers in one language, from {@code <papers>/<language>.properties}. */
public class PaperWords {

    private final Wording wording;
    private final Properties words = new Properties();

    /** @param papers the folder of their words, {@code statements} */
    protected PaperWords(String papers, String language) {
        this.wording = Wording.of(language);
        String path = "/" + papers + "/" + language + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(PaperWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of each language that we write. */
    protected static <W extends PaperWords> Map<String, W> each(Function<String, W> words) {
        return Wording.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), words));
    }

    /** Of a language tag; English for languages we do not write. */
    protected static <W extends PaperWords> W of(Map<String, W> each, String language) {
        return Objects.requireNonNull(each.get(Wording.of(language).language()));
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

    public String shortDate(LocalDate date) {
        return wording.shortDate(date);
    }

    /** An amount with its currency. */
    public String amount(Money money) {
        return wording.amount(money);
    }

    /** A number with at least so many decimals, and no zeros beyond them. */
    protected String number(BigDecimal number, int leastDecimals) {
        return wording.number(number, leastDecimals);
    }

    protected boolean has(String key) {
        return words.containsKey(key);
    }
}
