package dev.dunwell.reach.web;

import dev.dunwell.access.Caller;
import dev.dunwell.reach.BankData;
import dev.dunwell.reach.ChangeLimits;
import dev.dunwell.reach.ConfirmBankData;
import dev.dunwell.reach.CurrentLimits;
import dev.dunwell.reach.Freshness;
import dev.dunwell.reach.Limits;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an organisation asks of its mail, for programs. */
@RestController
class LimitsApi {

    private final CurrentLimits limits;
    private final Freshness freshness;
    private final ChangeLimits changeLimits;
    private final ConfirmBankData confirmBankData;

    LimitsApi(CurrentLimits limits, Freshness freshness, ChangeLimits changeLimits, ConfirmBankData confirmBankData) {
        this.limits = limits;
        this.freshness = freshness;
        this.changeLimits = changeLimits;
        this.confirmBankData = confirmBankData;
    }

    @Operation(summary = "What the organisation asks of its mail; the entry's total is in minor units of any currency")
    @GetMapping("/api/v1/contact-limits")
    Limits limits() {
        return limits.get();
    }

    /**
     * The bank's days, the budget and the hours are not asked when they are missing; of the rest stays what is missing.
     */
    record LimitsRequest(
            @Nullable Integer bankDays,
            Limits.@Nullable Fatigue fatigue,
            Limits.@Nullable Hours hours,
            @Nullable Integer bundleDays,
            @Nullable Integer debitDays,
            Limits.@Nullable Entry entry,
            Limits.@Nullable Brake brake) {

        Limits over(Limits now) {
            return new Limits(
                    bankDays,
                    fatigue,
                    hours,
                    Objects.requireNonNullElse(bundleDays, now.bundleDays()),
                    Objects.requireNonNullElse(debitDays, now.debitDays()),
                    Objects.requireNonNullElse(entry, now.entry()),
                    Objects.requireNonNullElse(brake, now.brake()));
        }
    }

    @Operation(summary = "Say what the organisation asks of its mail; everybody is decided anew at once")
    @PutMapping("/api/v1/contact-limits")
    Limits change(Caller caller, @RequestBody LimitsRequest asked) {
        changeLimits.change(caller, asked.over(limits.get()));
        return limits.get();
    }

    /** @param needed the oldest day that still counts as fresh; null when nobody asks */
    record BankAnswer(@Nullable LocalDate last, @Nullable LocalDate needed, boolean stale) {}

    @Operation(summary = "How fresh the bank data is")
    @GetMapping("/api/v1/bank-data")
    BankAnswer bank(Caller caller) {
        BankData bank = freshness.of(caller.organisation(), caller.today());
        return new BankAnswer(bank.lastOn(), bank.neededOn(), bank.isStale());
    }

    /** @param note what was looked at */
    record Look(@Nullable String note) {}

    @Operation(summary = "Say that somebody looked at the bank today and all that came in is recorded")
    @PostMapping("/api/v1/bank-data/looks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @RequestBody Look look) {
        confirmBankData.confirm(caller, Objects.requireNonNullElse(look.note, ""));
    }
}
