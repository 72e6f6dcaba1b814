package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.SetMailMode;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The organisation that a key speaks for: its settings, its day, its mail. */
@RestController
class OrganisationApi {

    private final SetClock setClock;
    private final SetMailMode setMailMode;
    private final Clock clock;

    OrganisationApi(SetClock setClock, SetMailMode setMailMode, Clock clock) {
        this.setClock = setClock;
        this.setMailMode = setMailMode;
        this.clock = clock;
    }

    /**
     * @param today the day it is for this organisation, {@code simulated} or real
     * @param mail hold, sink or live
     * @param tolerance what is open below it is not chased, in the organisation's currency
     */
    record OrganisationAnswer(
            int id,
            String name,
            String currency,
            String zone,
            String locale,
            @Nullable String country,
            String mail,
            LocalDate today,
            boolean simulated,
            @Nullable String replyTo,
            BigDecimal tolerance,
            int recallMinutes,
            LocalTime nightAt,
            int promiseGraceDays) {}

    /** @param today the day to simulate; null returns to the real one */
    record ClockRequest(@Nullable LocalDate today) {}

    /** @param mode hold: nothing leaves; sink: to the built-in mailbox; live: to customers */
    record MailRequest(@Nullable String mode) {}

    @Operation(summary = "The organisation of this key, with its settings and its day")
    @GetMapping("/api/v1/organisation")
    OrganisationAnswer show(Caller caller) {
        return answer(caller.organisation());
    }

    @Operation(summary = "Simulate a day, for demos and tests; null returns to the real one")
    @PutMapping("/api/v1/organisation/clock")
    OrganisationAnswer clock(Caller caller, @RequestBody ClockRequest request) {
        return answer(setClock.set(request.today, caller.actor()));
    }

    @Operation(summary = "Say what becomes of mail: hold, sink or live")
    @PutMapping("/api/v1/organisation/mail")
    OrganisationAnswer mail(Caller caller, @RequestBody MailRequest request) {
        return answer(setMailMode.set(MailMode.read(request.mode), caller.actor()));
    }

    private OrganisationAnswer answer(Organisation of) {
        return new OrganisationAnswer(
                of.id(),
                of.name(),
                of.currency().getCurrencyCode(),
                of.zone().getId(),
                of.locale().toLanguageTag(),
                of.country(),
                of.mailMode().code(),
                of.today(clock),
                of.isSimulated(),
                of.replyTo(),
                BigDecimal.valueOf(of.tolerance(), of.currency().getDefaultFractionDigits()),
                of.recallMinutes(),
                of.nightAt(),
                of.promiseGraceDays());
    }
}
