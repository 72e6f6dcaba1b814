package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a program gave, field by field; {@link #done} refuses all of it with every problem found. */
final class Given {

    private static final Money NOTHING = Money.ofMinor(0, "EUR");

    private final List<Problem> problems = new ArrayList<>();

    /** Text that must be there, without blanks around it. */
    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return wrong(field, "Give it; it is missing.", "");
        } else {
            return value.strip();
        }
    }

    /** Text that may be missing; blank is missing. */
    static @Nullable String optional(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    LocalDate day(String field, @Nullable LocalDate value) {
        return value == null ? wrong(field, "Give the day, such as 2026-11-30.", LocalDate.EPOCH) : value;
    }

    Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        Currency known = currency("currency", text("currency", currency));
        return amount == null || known == null
                ? wrong("amount", "Give an amount, such as 1200.50, and its currency.", NOTHING)
                : money("amount", amount, known);
    }

    Money money(String field, @Nullable BigDecimal amount, Currency currency) {
        if (amount == null) {
            return wrong(field, "Give an amount, such as 1200.50.", Money.zero(currency));
        }
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException e) {
            String message = "Give at most %d decimals for %s, and no more than 16 digits."
                    .formatted(currency.getDefaultFractionDigits(), currency);
            return wrong(field, message, Money.zero(currency));
        }
    }

    @Nullable
    Currency currency(String field, @Nullable String code) {
        return read(field, code, c -> Currency.getInstance(c), "Write a currency as ISO 4217 has it, such as EUR.");
    }

    @Nullable
    Locale language(String field, @Nullable String tag) {
        return read(
                field,
                tag,
                t -> new Locale.Builder().setLanguageTag(t).build(),
                "Write a language such as en or pt-BR.");
    }

    @Nullable
    ZoneId zone(String field, @Nullable String name) {
        return read(field, name, ZoneId::of, "Write a zone such as Europe/Vienna.");
    }

    /** Reads an optional value; what cannot be read is a problem of its field. */
    <T> @Nullable T read(String field, @Nullable String value, Function<String, T> as, String otherwise) {
        String given = optional(value);
        try {
            return given == null ? null : as.apply(given);
        } catch (IllegalArgumentException | IllformedLocaleException | DateTimeException e) {
            problems.add(new Problem(0, field, otherwise));
            return null;
        }
    }

    <T> T wrong(String field, String message, T instead) {
        problems.add(new Problem(0, field, message));
        return instead;
    }

    void done() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
