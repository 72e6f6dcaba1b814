package dev.dunwell.whatif.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import dev.dunwell.whatif.Assumptions;
import dev.dunwell.whatif.Lever;
import dev.dunwell.whatif.Scenario;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A what-if as it was typed; what was left out is what is usual. */
final class Asked {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, String> values;
    private final Typed typed;

    private Asked(Map<String, String> values, Caller caller) {
        this.values = values;
        this.typed = new Typed(values, caller.organisation().locale());
    }

    /** @param usual what to assume where nothing was typed */
    static Asked of(Map<String, String> form, Lever.Kind kind, Assumptions usual, Caller caller) {
        Map<String, String> values = new HashMap<>(usual(kind));
        values.put("capital", usual.capitalPercent().toPlainString());
        values.put("loss", usual.lossPercent().toPlainString());
        values.put("chasing", usual.chasingCost().amount().toPlainString());
        form.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        return new Asked(values, caller);
    }

    /** The same fields, as an address keeps them. */
    static String address(Scenario it) {
        Lever lever = it.lever();
        return "/what-if?kind=%s&currency=%s&tag=%s&price=%s&uptake=%s&days=%d&parts=%d&every=%d&handling=%s&capital=%s&loss=%s&chasing=%s"
                .formatted(
                        lever.kind().code(),
                        lever.handling().currency(),
                        java.net.URLEncoder.encode(it.tag(), java.nio.charset.StandardCharsets.UTF_8),
                        lever.price().toPlainString(),
                        lever.uptake().toPlainString(),
                        lever.days(),
                        lever.parts(),
                        lever.everyDays(),
                        lever.handling().amount().toPlainString(),
                        it.assumptions().capitalPercent().toPlainString(),
                        it.assumptions().lossPercent().toPlainString(),
                        it.assumptions().chasingCost().amount().toPlainString());
    }

    Map<String, String> values() {
        return values;
    }

    Assumptions assumptions(Currency currency) {
        return new Assumptions(percent("capital"), percent("loss"), amount("chasing", currency));
    }

    Lever lever(Lever.Kind kind, Currency currency) {
        return new Lever(
                kind,
                kind.price().isEmpty() ? BigDecimal.ZERO : percent("price"),
                percent("uptake"),
                whole("days", 0, 730),
                kind == Lever.Kind.INSTALMENTS ? whole("parts", 1, 24) : 1,
                kind == Lever.Kind.INSTALMENTS ? whole("every", 1, 90) : 0,
                amount("handling", currency));
    }

    /** @throws BadInput with everything that was wrong */
    void check() {
        typed.check();
    }

    List<Problem> problems() {
        try {
            typed.check();
            return List.of();
        } catch (BadInput bad) {
            return bad.problems();
        }
    }

    private static Map<String, String> usual(Lever.Kind kind) {
        return switch (kind) {
            case DISCOUNT -> Map.of("price", "2", "uptake", "30", "days", "10", "handling", "0");
            case INSTALMENTS ->
                Map.of("price", "0", "uptake", "30", "days", "30", "parts", "3", "every", "14", "handling", "0");
            case TERMS -> Map.of("price", "0.1", "uptake", "50", "days", "14", "handling", "0");
            case CHASING -> Map.of("price", "0", "uptake", "50", "days", "5", "handling", "1");
            case AGENCY -> Map.of("price", "15", "uptake", "40", "days", "90", "handling", "0");
        };
    }

    private BigDecimal percent(String field) {
        String text = typed.text(field).replace(',', '.');
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?") || new BigDecimal(text).compareTo(HUNDRED) > 0) {
            typed.refuse(field, "Give a percentage from 0 to 100, such as 2.5.");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    private int whole(String field, int least, int most) {
        String text = typed.text(field);
        int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            typed.refuse(field, "Give a whole number from %d to %d.".formatted(least, most));
            return least;
        }
        return number;
    }

    private Money amount(String field, Currency currency) {
        return typed.text(field).matches("0*([.,]0+)?")
                ? Money.zero(currency)
                : Objects.requireNonNullElse(typed.amount(field, currency.getCurrencyCode()), Money.zero(currency));
    }
}
