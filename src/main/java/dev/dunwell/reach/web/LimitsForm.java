package dev.dunwell.reach.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.reach.Limits;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of the limits, and fills it: an empty field is not asked. */
final class LimitsForm {

    private final Map<String, String> typed;
    private final Currency currency;
    private final List<Problem> problems = new ArrayList<>();

    LimitsForm(Map<String, String> typed, Currency currency) {
        this.typed = typed;
        this.currency = currency;
    }

    static Map<String, String> values(Limits limits, Currency currency) {
        Map<String, String> values = new LinkedHashMap<>();
        Limits.Fatigue fatigue = limits.fatigue();
        Limits.Hours hours = limits.hours();
        values.put(
                "bankDays", limits.bankDays() == null ? "" : limits.bankDays().toString());
        values.put("fatiguePoints", fatigue == null ? "" : String.valueOf(fatigue.points()));
        values.put("fatigueDays", fatigue == null ? "7" : String.valueOf(fatigue.days()));
        values.put("hoursFrom", hours == null ? "" : hours.from().toString());
        values.put("hoursUntil", hours == null ? "" : hours.until().toString());
        values.put("bundleDays", String.valueOf(limits.bundleDays()));
        values.put("debitDays", String.valueOf(limits.debitDays()));
        values.put("entryCount", String.valueOf(limits.entry().count()));
        values.put(
                "entryTotal",
                new Money(limits.entry().total(), currency).amount().toPlainString());
        values.put("entryDays", String.valueOf(limits.entry().days()));
        values.put("brakeFactor", String.valueOf(limits.brake().factor()));
        values.put("brakeFloor", String.valueOf(limits.brake().floor()));
        return values;
    }

    /** @throws BadInput with every field that cannot be read */
    Limits read() {
        Integer points = numberOrNone("fatiguePoints");
        LocalTime from = time("hoursFrom");
        LocalTime until = time("hoursUntil");
        if ((from == null) != (until == null)) {
            wrong("hoursUntil", "Give both, the beginning and the end, or neither.");
        }
        var limits = new Limits(
                numberOrNone("bankDays"),
                points == null ? null : new Limits.Fatigue(points, number("fatigueDays")),
                from == null || until == null ? null : new Limits.Hours(from, until),
                number("bundleDays"),
                number("debitDays"),
                new Limits.Entry(number("entryCount"), total(), number("entryDays")),
                new Limits.Brake(number("brakeFactor"), number("brakeFloor")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return limits;
    }

    private @Nullable Integer numberOrNone(String field) {
        return text(field).isEmpty() ? null : number(field);
    }

    private int number(String field) {
        if (text(field).matches("\\d{1,7}")) {
            return Integer.parseInt(text(field));
        }
        wrong(field, "Give a whole number.");
        return 0;
    }

    private @Nullable LocalTime time(String field) {
        try {
            return text(field).isEmpty() ? null : LocalTime.parse(text(field));
        } catch (DateTimeParseException e) {
            wrong(field, "Give the time as 08:00, or leave both empty.");
            return null;
        }
    }

    private long total() {
        int digits = currency.getDefaultFractionDigits();
        String form = digits == 0 ? "\\d{1,12}" : "\\d{1,12}(\\.\\d{1," + digits + "})?";
        if (text("entryTotal").matches(form)) {
            return Money.of(new BigDecimal(text("entryTotal")), currency).minor();
        }
        wrong("entryTotal", "Give an amount with digits and a point only, or 0.");
        return 0;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private void wrong(String field, String message) {
        problems.add(new Problem(0, field, message));
    }
}
