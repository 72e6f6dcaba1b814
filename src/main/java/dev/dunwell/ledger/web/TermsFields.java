package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.LateFee;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Regime;
import dev.dunwell.ledger.TermsDraft;
import dev.dunwell.ledger.TermsRules;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terms as the fields of a form, or of a program: read with every problem named at once, and written. */
final class TermsFields {

    static final String METHOD = "method-";

    private final Map<String, String> fields;
    private final List<Problem> problems = new ArrayList<>();

    TermsFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws BadInput with what cannot be read, and with what {@link TermsRules} says of the rest */
    TermsDraft read() {
        var draft = new TermsDraft(
                read("due", DueRule::parse),
                orElse(read("discounts", DiscountStep::parse), List.of()),
                number("discountGraceDays"),
                methods(),
                penalties(),
                text("longTimeAgreed").equals("yes"));
        if (!problems.isEmpty()) {
            Set<String> unread = problems.stream().map(Problem::column).collect(Collectors.toSet());
            throw new BadInput(Stream.concat(
                            problems.stream(),
                            TermsRules.problems(draft).stream().filter(problem -> !unread.contains(problem.column())))
                    .toList());
        }
        return draft;
    }

    private Set<PaymentMethod> methods() {
        return Stream.of(PaymentMethod.values())
                .filter(method -> text(METHOD + method.code()).equals("yes"))
                .collect(Collectors.toSet());
    }

    private @Nullable Penalties penalties() {
        String late = text("late");
        List<LateFee> fees = orElse(read("fees", LateFee::parse), List.of());
        int grace = number("lateGraceDays");
        return switch (late) {
            case "" -> null;
            case "none" -> new Penalties(null, Regime.NONE, null, fees, grace);
            case "contract" -> new Penalties(interest(), Regime.NONE, null, fees, grace);
            case "statute" -> new Penalties(null, regime(), null, fees, grace);
            case "both" ->
                new Penalties(interest(), regime(), read("prevails", Penalties.Prevails::ofCode), fees, grace);
            default -> {
                problem("late", "Choose none, contract, statute or both.");
                yield null;
            }
        };
    }

    private Penalties.@Nullable Interest interest() {
        BigDecimal percent = read("interestPercent", value -> new BigDecimal(value.replace(',', '.')));
        Penalties.Per per = read("interestPer", Penalties.Per::ofCode);
        DayCount dayCount = read("dayCount", DayCount::ofCode);
        demand("interestPercent", percent, "Give the rate in percent.");
        demand("interestPer", per, "Say whether the rate is for a month or a year.");
        demand("dayCount", dayCount, "Say how the days are counted.");
        return percent == null || per == null || dayCount == null
                ? null
                : new Penalties.Interest(percent, per, dayCount);
    }

    private Regime regime() {
        Regime regime = orElse(read("regime", Regime::ofCode), Regime.NONE);
        if (regime == Regime.NONE) {
            problem("regime", "Choose whose statute counts.");
        }
        return regime;
    }

    private void demand(String field, @Nullable Object value, String message) {
        if (value == null
                && problems.stream().noneMatch(problem -> problem.column().equals(field))) {
            problem(field, message);
        }
    }

    private int number(String field) {
        return orElse(read(field, Integer::valueOf), 0);
    }

    private <T> @Nullable T read(String field, Function<String, T> as) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : as.apply(text);
        } catch (NumberFormatException e) {
            problem(field, "Give a number.");
        } catch (IllegalArgumentException e) {
            problem(
                    field,
                    e.getMessage() == null || e.getMessage().startsWith("No enum")
                            ? "Choose one from the list."
                            : e.getMessage());
        }
        return null;
    }

    private static <T> T orElse(@Nullable T value, T instead) {
        return value == null ? instead : value;
    }

    private void problem(String field, String message) {
        problems.add(new Problem(0, field, message));
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** What stands in the fields for conditions that are there already. */
    static Map<String, String> of(Conditions conditions) {
        Map<String, String> fields = new HashMap<>();
        fields.put("due", conditions.due().toString());
        fields.put("discounts", DiscountStep.written(conditions.discounts()));
        fields.put("discountGraceDays", String.valueOf(conditions.discountGraceDays()));
        conditions.methods().forEach(method -> fields.put(METHOD + method.code(), "yes"));
        fields.put("longTimeAgreed", conditions.longTimeAgreed() ? "yes" : "");
        Penalties penalties = conditions.penalties();
        fields.put("late", late(penalties));
        fields.put("regime", penalties.regime().code());
        fields.put(
                "prevails",
                penalties.prevails() == null ? "" : penalties.prevails().code());
        fields.put("fees", LateFee.written(penalties.fees()));
        fields.put("lateGraceDays", String.valueOf(penalties.graceDays()));
        Penalties.Interest interest = penalties.interest();
        if (interest != null) {
            fields.put("interestPercent", interest.percent().toPlainString());
            fields.put("interestPer", interest.per().code());
            fields.put("dayCount", interest.dayCount().code());
        }
        return fields;
    }

    static String late(Penalties penalties) {
        if (penalties.regime() == Regime.NONE) {
            return penalties.interest() == null ? "none" : "contract";
        } else {
            return penalties.interest() == null ? "statute" : "both";
        }
    }
}
