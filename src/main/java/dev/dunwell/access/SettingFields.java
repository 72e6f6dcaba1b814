package dev.dunwell.access;

import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a form or a program sent, field by field, and notes what is wrong with each.
 *
 * <p>A field that cannot be used gives a stand-in; {@link #check} throws before any stand-in is used.
 */
final class SettingFields {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_BUCKETS = 8;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Map<String, ? extends @Nullable String> given;
    private final List<Problem> problems = new ArrayList<>();

    /** @param given texts by the names of their fields; a field that is not there is empty */
    SettingFields(Map<String, ? extends @Nullable String> given) {
        this.given = given;
    }

    String name(String field) {
        String name = text(field);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "Give the name, in one line of at most " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    String email(String field) {
        String address = text(field).toLowerCase(Locale.ROOT);
        if (!People.isAddress(address)) {
            wrong(field, "That is no e-mail address. Give one like nora@example.com.");
        }
        return address;
    }

    @Nullable
    String emailOrNone(String field) {
        return text(field).isEmpty() ? null : email(field);
    }

    String password(String field, String address) {
        String password = raw(field);
        String problem = Passwords.problem(password, address);
        if (problem != null) {
            wrong(field, problem);
        }
        return password;
    }

    Role role(String field) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(text(field)))
                .findFirst()
                .orElseGet(() -> wrong(field, Role.READ_ONLY, "Choose one of the roles."));
    }

    Currency currency(String field) {
        String code = text(field).toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElseGet(() -> wrong(
                        field,
                        Currency.getInstance("EUR"),
                        "Give the currency by its ISO 4217 code, EUR for example."));
    }

    ZoneId zone(String field) {
        return ZoneId.getAvailableZoneIds().contains(text(field))
                ? ZoneId.of(text(field))
                : wrong(field, ZoneOffset.UTC, "Give the time zone by its name, Europe/Berlin for example.");
    }

    Locale locale(String field) {
        Locale locale = Locale.forLanguageTag(text(field).replace('_', '-'));
        return LANGUAGES.contains(locale.getLanguage())
                ? locale
                : wrong(
                        field,
                        Locale.UK,
                        "Give the language and country that figures are written for, en-GB for example.");
    }

    @Nullable
    String countryOrNone(String field) {
        String country = text(field).toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            wrong(field, "Give the country by its ISO 3166 code, DE for example, or leave it empty.");
        }
        return country.isEmpty() ? null : country;
    }

    int between(int least, int most, String field) {
        String number = text(field);
        boolean isGood =
                number.matches("\\d{1,6}") && Integer.parseInt(number) >= least && Integer.parseInt(number) <= most;
        return isGood
                ? Integer.parseInt(number)
                : wrong(field, least, "Give a whole number from " + least + " to " + most + ".");
    }

    /** Days in ascending order, {@code 30, 60, 90}, as the database writes an array; one to eight of them. */
    String days(String field) {
        List<Integer> days = new ArrayList<>();
        for (String day : text(field).split("[,;\\s]+")) {
            boolean isDay = day.matches("\\d{1,4}") && Integer.parseInt(day) > (days.isEmpty() ? 0 : days.getLast());
            days.add(isDay ? Integer.parseInt(day) : Integer.MAX_VALUE);
        }
        return days.size() <= MOST_BUCKETS && !days.contains(Integer.MAX_VALUE)
                ? days.toString().replace('[', '{').replace(']', '}')
                : wrong(field, "{}", "Give one to eight days in ascending order, such as 30, 60, 90.");
    }

    LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeParseException e) {
            return wrong(field, LocalTime.MIDNIGHT, "Give the time as 20:00.");
        }
    }

    /** A plain decimal with no more digits than the currency has. */
    Money amount(String field, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        String form = digits == 0 ? "\\d{1,12}" : "\\d{1,12}(\\.\\d{1," + digits + "})?";
        return text(field).matches(form)
                ? Money.of(new BigDecimal(text(field)), currency)
                : wrong(
                        field,
                        Money.zero(currency),
                        "Give an amount in " + currency + " with digits and a point only.");
    }

    MailMode mailMode(String field) {
        return Arrays.stream(MailMode.values())
                .filter(mode -> mode.code().equals(text(field)))
                .findFirst()
                .orElseGet(() -> wrong(field, MailMode.HOLD, "Give hold, sink or live."));
    }

    /** @throws BadInput with everything that was wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private String text(String field) {
        return raw(field).strip();
    }

    private String raw(String field) {
        String text = given.get(field);
        return text == null ? "" : text;
    }

    private void wrong(String field, String message) {
        problems.add(new Problem(0, field, message));
    }

    private <T> T wrong(String field, T standIn, String message) {
        wrong(field, message);
        return standIn;
    }
}
