package dev.dunwell.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed into a form and collects every problem under its field. Amounts are read the way the reader
 * writes them; {@link #check} refuses all that was found at once.
 */
public final class Typed {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}([.,](\\d{1,2}|\\d{4,}))?");
    private static final String SPACES = "[\\s\\u00a0\\u202f'\\u2019]";

    private final Map<String, String> values;
    private final Locale locale;
    private final List<Problem> problems = new ArrayList<>();

    public Typed(Map<String, String> values, Locale locale) {
        this.values = Map.copyOf(values);
        this.locale = locale;
    }

    /** Without the blanks around it; empty when the field was left out. */
    public String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** Null when nothing was chosen. */
    public @Nullable String choice(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** The id of something chosen from a list; null when nothing was. */
    public @Nullable Long id(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        } else if (text.matches("\\d{1,18}")) {
            return Long.valueOf(text);
        } else {
            refuse(field, "Choose one from the list.");
            return null;
        }
    }

    /** A date as date fields send it; null when none was given. */
    public @Nullable LocalDate day(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            refuse(field, "This is no date: write it as 2026-11-27.");
            return null;
        }
    }

    /** An amount above zero in the currency given by its code; null when none was given. */
    public @Nullable Money amount(String field, String currencyCode) {
        String typed = text(field).replaceAll(SPACES, "");
        Currency currency = currency(currencyCode);
        if (typed.isEmpty()) {
            return null;
        } else if (currency == null) {
            refuse(field, "Choose the currency of the amount.");
            return null;
        }
        String plain = plain(typed);
        if (plain == null) {
            refuse(field, "This is no amount: write it as " + example(currency) + ".");
            return null;
        }
        return money(field, new BigDecimal(plain), currency);
    }

    /** A number, read as amounts are; it may be below zero and has any decimals. Null when none was given. */
    public @Nullable BigDecimal number(String field) {
        String typed = text(field).replaceAll(SPACES, "").replace('\u2212', '-');
        if (typed.isEmpty()) {
            return null;
        }
        boolean isBelow = typed.startsWith("-");
        String plain = plain(isBelow ? typed.substring(1) : typed);
        if (plain == null) {
            char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
            refuse(field, "This is no number: write it as 7" + point + "5.");
            return null;
        }
        BigDecimal number = new BigDecimal(plain);
        return isBelow ? number.negate() : number;
    }

    /** Adds a problem when nothing was typed into a field that must be filled in. */
    public void demand(String field, String message) {
        if (text(field).isEmpty()) {
            refuse(field, message);
        }
    }

    /** Adds a problem of the form's own. */
    public void refuse(String field, String message) {
        problems.add(new Problem(0, field, message));
    }

    /** @throws BadInput when anything read so far was wrong */
    public void check() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private @Nullable Money money(String field, BigDecimal amount, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > decimals) {
            refuse(field, currency + " has " + decimals + " decimals; this amount has more.");
            return null;
        } else if (amount.signum() == 0) {
            refuse(field, "Give an amount above zero, or none.");
            return null;
        } else {
            return Money.of(amount, currency);
        }
    }

    /** The locale's own way first; else one separator that cannot part thousands, whichever sign it is. */
    private @Nullable String plain(String typed) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
        String point = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        String comma = Pattern.quote(String.valueOf(signs.getGroupingSeparator()));
        if (typed.matches("(\\d{1,15}|\\d{1,3}(" + comma + "\\d{3}){1,4})(" + point + "\\d{1,4})?")) {
            return typed.replaceAll(comma, "").replace(signs.getDecimalSeparator(), '.');
        } else {
            return PLAIN.matcher(typed).matches() ? typed.replace(',', '.') : null;
        }
    }

    private static @Nullable Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String example(Currency currency) {
        Money example = Money.of(BigDecimal.valueOf(1200), currency);
        return new Show(locale, ZoneOffset.UTC, LocalDate.EPOCH).figure(example);
    }
}
