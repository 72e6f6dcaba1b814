package dev.dunwell.messaging;

import dev.dunwell.kernel.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one language writes dates, amounts and the fixed words of a letter; its words stand in
 * {@code letters/<language>/words.properties}.
 */
public final class Wording {

    /** The languages that letters are written in; the first is the one used for all others. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private static final Map<String, Wording> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Wording::new));

    private final String language;
    private final Locale locale;
    private final Properties words = new Properties();

    private Wording(String language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language);
        String path = "/letters/" + language + "/words.properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wording of a language tag such as {@code de} or {@code de-AT}; English for languages we do not write. */
    public static Wording of(String language) {
        String code = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return Objects.requireNonNull(ALL.get(LANGUAGES.contains(code) ? code : LANGUAGES.getFirst()));
    }

    /** The ISO 639 code of the language that is really written. */
    public String language() {
        return language;
    }

    /** A date as a sentence says it: 27 November 2026, 27. November 2026, 27 de noviembre de 2026. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(word("date"), locale).format(date);
    }

    /** A date as a table shows it: 27 Nov 2026, 27.11.2026, 27/11/2026. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern(word("date.short"), locale).format(date);
    }

    /** An amount with all digits of its currency and the code behind it: 1,200.00 EUR or 1.200,00 EUR. */
    public String amount(Money money) {
        int decimals = money.currency().getDefaultFractionDigits();
        return written(money.amount(), decimals) + " " + money.currency();
    }

    /** A number with at least so many decimals, and no zeros beyond them. */
    String number(BigDecimal number, int leastDecimals) {
        return written(
                number, Math.max(leastDecimals, number.stripTrailingZeros().scale()));
    }

    private String written(BigDecimal number, int decimals) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(word("decimal").charAt(0));
        symbols.setGroupingSeparator(word("grouping").charAt(0));
        symbols.setMinusSign('\u2212');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** One sentence part out of several: A, B and C. */
    public String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String allButLast = String.join(", ", parts.subList(0, parts.size() - 1));
        return allButLast + " " + word("and") + " " + parts.getLast();
    }

    /** The first line of a letter; without a name when there is none. */
    public String greeting(String name) {
        return name.isBlank() ? word("greetingNobody") : word("greeting").replace("{0}", name);
    }

    /** How to pay: the details of the letterhead line by line, else that it stands on the invoice. */
    public String pay(String details) {
        String lines = details.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? word("payAsInvoice") : word("payTo") + "\n" + lines;
    }

    /** A fixed word of a letter, such as the heading of a column. */
    public String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), () -> "no word '" + key + "' in " + language);
    }
}
