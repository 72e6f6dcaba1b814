package dev.dunwell.reach.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.Conditions;
import dev.dunwell.reach.LiftCondition;
import dev.dunwell.reach.MobileNumber;
import dev.dunwell.reach.MobileNumbers;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.reach.OptOut;
import dev.dunwell.reach.OptOuts;
import dev.dunwell.reach.Place;
import dev.dunwell.reach.Places;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether and how customers may be reached, for programs. */
@RestController
class ReachApi {

    private static final int MOST = 200;

    private final Customers customers;
    private final Invoices invoices;
    private final Conditions conditions;
    private final NoteCondition noteCondition;
    private final LiftCondition liftCondition;
    private final OptOuts optOuts;
    private final Places places;
    private final MobileNumbers mobileNumbers;

    ReachApi(
            Customers customers,
            Invoices invoices,
            Conditions conditions,
            NoteCondition noteCondition,
            LiftCondition liftCondition,
            OptOuts optOuts,
            Places places,
            MobileNumbers mobileNumbers) {
        this.customers = customers;
        this.invoices = invoices;
        this.conditions = conditions;
        this.noteCondition = noteCondition;
        this.liftCondition = liftCondition;
        this.optOuts = optOuts;
        this.places = places;
        this.mobileNumbers = mobileNumbers;
    }

    record Created(long id) {}

    record ConditionAnswer(
            long id,
            String customer,
            @Nullable String invoice,
            String kind,
            LocalDate from,
            @Nullable LocalDate debitOn,
            String reason,
            String author) {

        static ConditionAnswer of(Condition of) {
            return new ConditionAnswer(
                    of.id(),
                    of.customerNumber(),
                    of.invoiceNumber(),
                    of.kind().code(),
                    of.fromOn(),
                    of.debitOn(),
                    of.reason(),
                    of.author());
        }
    }

    @Operation(summary = "Conditions that run: of a customer, or of all, the newest first")
    @GetMapping("/api/v1/conditions")
    List<ConditionAnswer> conditions(Caller caller, @RequestParam @Nullable String customer) {
        return conditions.running(customer == null ? null : customerId(customer), caller.today(), MOST).stream()
                .map(ConditionAnswer::of)
                .toList();
    }

    /**
     * @param kind legal, insolvent, deceased, placed or direct_debit
     * @param invoice only for placed and direct_debit; missing: the whole customer
     * @param debitOn only for direct_debit; missing: each invoice's due date
     */
    record NewCondition(
            String customer,
            String kind,
            @Nullable String invoice,
            @Nullable LocalDate debitOn,
            @Nullable String reason) {}

    @Operation(summary = "Note why nothing goes out about a customer or an invoice; it runs until it is lifted")
    @PostMapping("/api/v1/conditions")
    @ResponseStatus(HttpStatus.CREATED)
    Created note(Caller caller, @RequestBody NewCondition asked) {
        Long invoice = asked.invoice == null
                ? null
                : Long.valueOf(invoices.byNumber(asked.invoice, caller.today())
                        .orElseThrow(() -> new NotFound("invoice"))
                        .id());
        return new Created(noteCondition.note(
                caller,
                new NoteCondition.Wanted(
                        customerId(asked.customer),
                        invoice,
                        known("kind", asked.kind, Condition.Kind::ofCode),
                        asked.debitOn,
                        Objects.requireNonNullElse(asked.reason, ""))));
    }

    /** @param why what has changed */
    record Lifting(@Nullable String why) {}

    @Operation(summary = "Lift a condition today, saying what has changed")
    @PostMapping("/api/v1/conditions/{id}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Caller caller, @PathVariable long id, @RequestBody Lifting asked) {
        liftCondition.lift(caller, id, Objects.requireNonNullElse(asked.why, ""));
    }

    @Operation(summary = "Opt-outs that run: of a customer, or of all, the newest first")
    @GetMapping("/api/v1/opt-outs")
    List<OptOut> optOuts(Caller caller, @RequestParam @Nullable String customer) {
        return optOuts.running(customer == null ? null : customerId(customer), caller.today(), MOST);
    }

    /**
     * @param contact the id of a contact; missing: the whole customer
     * @param channel mail, call, letter or sms
     */
    record NewOptOut(
            String customer,
            @Nullable Long contact,
            String channel,
            @Nullable String askedBy) {}

    @Operation(summary = "Write down that somebody does not want to hear through a channel, and who said so")
    @PostMapping("/api/v1/opt-outs")
    @ResponseStatus(HttpStatus.CREATED)
    Created optOut(Caller caller, @RequestBody NewOptOut asked) {
        return new Created(optOuts.record(
                caller,
                customerId(asked.customer),
                asked.contact,
                known("channel", asked.channel, OptOut.Via::ofCode),
                Objects.requireNonNullElse(asked.askedBy, "")));
    }

    @Operation(summary = "They want to hear through the channel again")
    @DeleteMapping("/api/v1/opt-outs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id) {
        optOuts.withdraw(caller, id);
    }

    @Operation(summary = "Where a customer and its people are, for their hours and holidays")
    @GetMapping("/api/v1/customers/{number}/places")
    List<Place> places(@PathVariable String number) {
        return places.of(customerId(number));
    }

    /**
     * @param contact the id of a contact; missing: the whole customer
     * @param zone by its name, Europe/Madrid; missing with the country: forget what was said
     */
    record PlaceRequest(
            @Nullable Long contact,
            @Nullable String zone,
            @Nullable String country) {}

    @Operation(summary = "Say where a customer or one of its people is")
    @PutMapping("/api/v1/customers/{number}/places")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(Caller caller, @PathVariable String number, @RequestBody PlaceRequest asked) {
        places.say(
                caller,
                customerId(number),
                asked.contact,
                Objects.requireNonNullElse(asked.zone, ""),
                Objects.requireNonNullElse(asked.country, ""));
    }

    @Operation(summary = "Under which numbers the people of a customer get text messages")
    @GetMapping("/api/v1/customers/{number}/mobile-numbers")
    List<MobileNumber> mobiles(@PathVariable String number) {
        return mobileNumbers.of(customerId(number));
    }

    /** @param number with its country, +441632960001; missing: forget it */
    record MobileRequest(long contact, @Nullable String number) {}

    @Operation(summary = "Say under which number one of a customer's people gets text messages")
    @PutMapping("/api/v1/customers/{number}/mobile-numbers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mobile(Caller caller, @PathVariable String number, @RequestBody MobileRequest asked) {
        mobileNumbers.say(caller, customerId(number), asked.contact, Objects.requireNonNullElse(asked.number, ""));
    }

    private long customerId(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private static <T> T known(String field, String code, Function<String, T> read) {
        try {
            return read.apply(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in(field, "There is no “" + code + "”; the description of this call names what there is.");
        }
    }
}
