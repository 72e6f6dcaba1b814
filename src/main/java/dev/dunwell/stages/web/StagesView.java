package dev.dunwell.stages.web;

import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journey;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.LateReason;
import dev.dunwell.collections.Move;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.collections.StageMachine;
import dev.dunwell.kernel.Problem;
import dev.dunwell.stages.Happening;
import dev.dunwell.stages.RecordDelivery;
import dev.dunwell.stages.Track;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The six stages of one invoice on its page.
 *
 * @param way where it stands; none when it is settled
 * @param closing how the inquiry ended last, null while it did not
 * @param mayWork whether to offer the forms
 * @param values what was typed into a form that was refused
 */
public record StagesView(
        long invoiceId,
        String number,
        Track track,
        Optional<Journeys.Way> way,
        @Nullable Happening closing,
        List<LateReason> reasons,
        LocalDate today,
        boolean mayWork,
        Map<String, String> values,
        List<Problem> problems) {

    /** One of the questions before pressure, with what answers it. */
    public record Check(PressureQuestion question, boolean isGood, String because) {}

    public List<Check> checks() {
        return way.map(each -> Stream.of(PressureQuestion.values())
                        .map(question -> check(question, each))
                        .toList())
                .orElse(List.of());
    }

    private static Check check(PressureQuestion question, Journeys.Way way) {
        Journey journey = way.situation().journey();
        String open = journey.openBecause(question);
        boolean isVouched = journey.answers().get(question) != null;
        String good = question == PressureQuestion.RECEIVED
                ? journey.received().title()
                : isVouched ? "Vouched for" : "Nothing says otherwise";
        return new Check(question, open.isEmpty(), open.isEmpty() ? good : open);
    }

    /** Whether a person may make this move here. */
    public boolean offers(Move move) {
        return mayWork
                && way.map(each -> StageMachine.from(each.station()).contains(move))
                        .orElse(false);
    }

    public boolean isOwnFault() {
        return way.map(each -> each.situation().journey().isOwnFault()).orElse(false);
    }

    /** Whether what was agreed is still to be done. */
    public boolean awaitsAgreed() {
        Journey.Closing last =
                way.map(each -> each.situation().journey().closing()).orElse(null);
        return last != null && last.isAwaited(today);
    }

    public List<Choice> reasonChoices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(LateReason.NO_ANSWER, "No answer"));
        reasons.forEach(reason -> choices.add(new Choice(reason.code(), reason.title())));
        return choices;
    }

    public static List<Choice> grades() {
        return Stream.of(Grade.values())
                .map(grade -> new Choice(
                        String.valueOf(grade.number()), grade == Grade.NONE ? "It came back" : grade.title()))
                .toList();
    }

    public static List<Choice> sources() {
        return RecordDelivery.SOURCES.stream()
                .map(code -> new Choice(
                        code,
                        switch (code) {
                            case "call" -> "A call";
                            case "person" -> "A person's word";
                            case "carrier" -> "The carrier";
                            case "portal" -> "Their portal";
                            case "e_invoice" -> "An e-invoice network";
                            default -> "A delivery report";
                        }))
                .toList();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether this form was sent and came back. */
    public boolean isTried(String form) {
        return value("form").equals(form);
    }

    /** What is wrong with a field of a form that came back, by any of its names; null when nothing is. */
    public @Nullable String problem(String form, String... fields) {
        return !isTried(form) ? null : Problem.at(problems, fields);
    }

    /** What is wrong with no field in particular. */
    public List<Problem> others() {
        return problems.stream().filter(each -> each.column().isEmpty()).toList();
    }
}
