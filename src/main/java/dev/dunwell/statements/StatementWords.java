package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.Wording;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fixed words of statements in one language, from {@code statements/<language>.properties}. */
public final class StatementWords {

    private static final Map<String, StatementWords> ALL =
            Wording.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), StatementWords::new));

    private final Wording wording;
    private final Properties words = new Properties();

    private StatementWords(String language) {
        this.wording = Wording.of(language);
        String path = "/statements/" + language + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(StatementWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a language tag; English for languages we do not write. */
    public static StatementWords of(String language) {
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

    /** What a line is called, with its number: {@code Invoice 2026-17}. */
    public String document(String kind, String number) {
        String name = words.getProperty("kind." + kind, word("kind.other"));
        return number.isEmpty() ? name : name + " " + number;
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

    /** An amount where the currency stands in the heading. */
    public String figure(Money money) {
        String amount = wording.amount(money);
        return amount.substring(0, amount.lastIndexOf(' '));
    }

    /** The names of the aging buckets, from not due to the open-ended last one. */
    public List<String> ages(List<Integer> bucketDays) {
        List<String> names = new ArrayList<>(List.of(word("notDue")));
        int first = 1;
        for (int last : bucketDays) {
            names.add(word("days", first + "–" + last));
            first = last + 1;
        }
        names.add(word("daysMore", String.valueOf(first - 1)));
        return names;
    }
}
