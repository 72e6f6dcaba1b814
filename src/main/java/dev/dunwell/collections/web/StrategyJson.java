package dev.dunwell.collections.web;

import dev.dunwell.collections.Step;
import dev.dunwell.collections.StrategyVersion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of a strategy for programs; name, validFrom, reason and steps are needed to write one.
 *
 * @param version counts from 1; given by the house
 * @param validFrom the first day on which it decides, today or later
 */
record StrategyJson(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable String purpose,
        @Nullable LocalDate validFrom,
        @Nullable Integer cooldownDays,
        @Nullable Integer daysBetweenSteps,
        @Nullable String reason,
        @Nullable String author,
        @Nullable List<StepJson> steps) {

    /**
     * One step.
     *
     * @param stage 1 to 6
     * @param channel accounting, mail, letter, portal, sms, call or proposal
     * @param when after_issue, before_due or after_due
     * @param dayKind calendar or business
     * @param release automatic, approve or manual
     * @param minimum what must be open at least, in the invoice's currency; empty for any amount
     * @param delivery any, confirmed or unconfirmed
     */
    record StepJson(
            @Nullable Integer number,
            @Nullable Integer stage,
            @Nullable String name,
            @Nullable String channel,
            @Nullable String template,
            @Nullable String tone,
            @Nullable String when,
            @Nullable Integer days,
            @Nullable String dayKind,
            @Nullable String release,
            @Nullable String minimum,
            @Nullable String delivery,
            @Nullable Boolean onlyUnanswered,
            @Nullable Integer daysAfterPrevious,
            @Nullable Integer repeatEveryDays) {

        static StepJson of(Step step) {
            Map<String, String> said = StrategyFields.of(step);
            return new StepJson(
                    step.number(),
                    step.stage().number(),
                    step.name(),
                    step.channel().code(),
                    step.template(),
                    step.tone().code(),
                    said.get("when"),
                    Math.abs(step.offsetDays()),
                    step.days().code(),
                    step.release().code(),
                    said.get("minimum"),
                    step.entry().delivery().code(),
                    step.entry().onlyUnanswered(),
                    step.entry().daysAfterPrevious(),
                    step.entry().repeatEveryDays());
        }

        private Map<String, String> fields() {
            Map<String, String> fields = new HashMap<>();
            put(fields, "stage", stage);
            put(fields, "name", name);
            put(fields, "channel", channel);
            put(fields, "template", template);
            put(fields, "tone", tone);
            put(fields, "when", when);
            put(fields, "days", days);
            put(fields, "dayKind", dayKind);
            put(fields, "release", release);
            put(fields, "minimum", minimum);
            put(fields, "delivery", delivery);
            put(fields, "onlyUnanswered", Boolean.TRUE.equals(onlyUnanswered) ? "yes" : null);
            put(fields, "daysAfterPrevious", daysAfterPrevious);
            put(fields, "repeatEveryDays", repeatEveryDays);
            return fields;
        }
    }

    static StrategyJson of(StrategyVersion version) {
        return new StrategyJson(
                version.name(),
                version.number(),
                version.purpose(),
                version.validFrom(),
                version.ladder().cooldownDays(),
                version.ladder().daysBetweenSteps(),
                version.reason(),
                version.author(),
                version.ladder().steps().stream().map(StepJson::of).toList());
    }

    /** As the form has it: those of the third step under {@code s3.}. */
    Map<String, String> fields() {
        List<StepJson> given = Objects.requireNonNullElse(steps, List.of());
        Map<String, String> fields = new HashMap<>();
        put(fields, "name", name);
        put(fields, "cooldownDays", cooldownDays);
        put(fields, "daysBetweenSteps", daysBetweenSteps);
        put(fields, "steps", given.size());
        for (int i = 0; i < given.size(); i++) {
            int number = i + 1;
            given.get(i).fields().forEach((field, text) -> fields.put(StrategyFields.at(number, field), text));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}
