package dev.dunwell.stages.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.AnswerPressure;
import dev.dunwell.collections.CloseInquiry;
import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journey;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.collections.SkipStep;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.stages.Chronology;
import dev.dunwell.stages.DemandOrder;
import dev.dunwell.stages.RecordDelivery;
import dev.dunwell.stages.Track;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The stages of an invoice for programs: where it stands, how its inquiry ended, what shows its delivery. */
@RestController
class StagesApi {

    private final Invoices invoices;
    private final Customers customers;
    private final Journeys journeys;
    private final Chronology chronology;
    private final CloseInquiry closeInquiry;
    private final AnswerPressure answerPressure;
    private final SkipStep skipStep;
    private final RecordDelivery recordDelivery;
    private final DemandOrder demandOrder;

    StagesApi(
            Invoices invoices,
            Customers customers,
            Journeys journeys,
            Chronology chronology,
            CloseInquiry closeInquiry,
            AnswerPressure answerPressure,
            SkipStep skipStep,
            RecordDelivery recordDelivery,
            DemandOrder demandOrder) {
        this.invoices = invoices;
        this.customers = customers;
        this.journeys = journeys;
        this.chronology = chronology;
        this.closeInquiry = closeInquiry;
        this.answerPressure = answerPressure;
        this.skipStep = skipStep;
        this.recordDelivery = recordDelivery;
        this.demandOrder = demandOrder;
    }

    /** @param station where it stands; settled when nothing is open */
    record Answer(
            String station,
            String received,
            boolean ourReminderFailed,
            @Nullable LocalDate deadlineOn,
            List<Leg> stages) {}

    record Leg(int stage, String state, @Nullable LocalDate on, String why) {}

    @Operation(summary = "Where an invoice stands on its way through the six stages")
    @GetMapping("/api/v1/invoices/{number}/stages")
    Answer stages(Caller caller, @PathVariable String number) {
        long id = invoice(caller, number);
        Optional<Journeys.Way> way = journeys.of(caller.organisation(), caller.today(), id);
        List<Leg> legs = Track.of(chronology.of(id, caller.today()), way).legs().stream()
                .map(leg -> new Leg(leg.stage().number(), code(leg.state()), leg.on(), leg.why()))
                .toList();
        Journey journey = way.map(each -> each.situation().journey()).orElse(Journey.CLEAR);
        return new Answer(
                way.map(each -> code(each.station())).orElse("settled"),
                code(journey.received()),
                journey.isOwnFault(),
                journey.deadlineOn(),
                legs);
    }

    /** @param by they or we; with {@code agreed} and {@code until} left out when the reason is no_answer */
    record NewClosing(
            String reason,
            @Nullable String agreed,
            @Nullable String by,
            @Nullable LocalDate until) {}

    record Created(long id) {}

    @Operation(summary = "Close the inquiry of an invoice with a reason and what was agreed, or with no_answer")
    @PostMapping("/api/v1/invoices/{number}/inquiry-closings")
    @ResponseStatus(HttpStatus.CREATED)
    Created close(Caller caller, @PathVariable String number, @RequestBody NewClosing asked) {
        Journey.Side by = switch (String.valueOf(asked.by)) {
            case "they" -> Journey.Side.THEY;
            case "we" -> Journey.Side.WE;
            default -> null;
        };
        String agreed = asked.agreed == null ? "" : asked.agreed;
        var ending = new CloseInquiry.Ending(asked.reason, agreed, by, asked.until);
        return new Created(closeInquiry.close(caller, invoice(caller, number), ending));
    }

    record NewAnswer(String question, boolean isSo, String because) {}

    @Operation(summary = "Answer one of the questions before pressure: received, correct, circumstances, goods")
    @PostMapping("/api/v1/invoices/{number}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Caller caller, @PathVariable String number, @RequestBody NewAnswer asked) {
        PressureQuestion question = PressureQuestion.ofCode(asked.question)
                .orElseThrow(() -> BadInput.in("question", "One of received, correct, circumstances, goods."));
        answerPressure.answer(caller, invoice(caller, number), question, asked.isSo, asked.because);
    }

    record NewSkip(String because) {}

    record Skipped(int step, String name) {}

    @Operation(summary = "Leave out the next step of an invoice, with the reason")
    @PostMapping("/api/v1/invoices/{number}/skips")
    Skipped skip(Caller caller, @PathVariable String number, @RequestBody NewSkip asked) {
        var step = skipStep.skip(caller, invoice(caller, number), asked.because);
        return new Skipped(step.number(), step.name());
    }

    /** @param grade none, sent, accepted, delivered, viewed, confirmed, acknowledged or signed */
    record NewDelivery(
            String grade,
            LocalDate on,
            String source,
            @Nullable String detail) {}

    @Operation(summary = "Record what shows that an invoice arrived, or came back (grade none)")
    @PostMapping("/api/v1/invoices/{number}/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    Created delivery(Caller caller, @PathVariable String number, @RequestBody NewDelivery asked) {
        Grade grade = List.of(Grade.values()).stream()
                .filter(each -> code(each).equals(asked.grade))
                .findFirst()
                .orElseThrow(() -> BadInput.in(
                        "grade", "One of none, sent, accepted, delivered, viewed, confirmed, acknowledged, signed."));
        String detail = asked.detail == null ? "" : asked.detail;
        var proof = new RecordDelivery.Proof(grade, asked.on, asked.source, detail);
        return new Created(recordDelivery.record(caller, invoice(caller, number), proof));
    }

    record OrderDemand(boolean isDemanded) {}

    @Operation(summary = "Note whether a customer pays only invoices that carry its order reference")
    @PutMapping("/api/v1/customers/{number}/order-demand")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demand(Caller caller, @PathVariable String number, @RequestBody OrderDemand asked) {
        long customer = customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
        demandOrder.demand(caller, customer, asked.isDemanded);
    }

    private long invoice(Caller caller, String number) {
        return invoices.byNumber(number, caller.today())
                .orElseThrow(() -> new NotFound("invoice"))
                .id();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
