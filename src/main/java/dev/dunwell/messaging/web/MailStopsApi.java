package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.messaging.MailStop;
import dev.dunwell.messaging.MailStops;
import dev.dunwell.messaging.NightMail;
import dev.dunwell.messaging.ResumeMail;
import dev.dunwell.messaging.StopInstallation;
import dev.dunwell.messaging.StopMail;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What keeps mail in the house, for programs: of an organisation by its key, of all by the installation's. */
@RestController
class MailStopsApi {

    private static final String INSTALLATION = "installation key";

    private final MailStops stops;
    private final StopMail stopMail;
    private final ResumeMail resumeMail;
    private final StopInstallation stopInstallation;
    private final NightMail nightMail;

    MailStopsApi(
            MailStops stops,
            StopMail stopMail,
            ResumeMail resumeMail,
            StopInstallation stopInstallation,
            NightMail nightMail) {
        this.stops = stops;
        this.stopMail = stopMail;
        this.resumeMail = resumeMail;
        this.stopInstallation = stopInstallation;
        this.nightMail = nightMail;
    }

    /** @param reason why, may be left out by whoever is in a hurry */
    record StopRequest(@Nullable String reason) {

        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /**
     * @param kind brake: a night that waits for a yes; deciding: a night that is being decided; all or installation:
     *     somebody stopped everything
     * @param night whose messages stay; null for all
     */
    record StopAnswer(String kind, @Nullable LocalDate night, String reason, String author, Instant since) {

        static StopAnswer of(MailStop stop) {
            return new StopAnswer(
                    stop.kind().name().toLowerCase(Locale.ROOT),
                    stop.windowOn(),
                    stop.reason(),
                    stop.author(),
                    stop.since());
        }
    }

    @Operation(summary = "What keeps mail in the house now, the oldest first")
    @GetMapping("/api/v1/mail-stops")
    List<StopAnswer> running() {
        return stops.running().stream().map(StopAnswer::of).toList();
    }

    @Operation(summary = "Stop all mail at once, also what was claimed and not yet handed over")
    @PutMapping("/api/v1/mail-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Caller caller, @RequestBody StopRequest asked) {
        stopMail.stop(caller.actor(), asked.words());
    }

    @Operation(summary = "Let mail leave again")
    @DeleteMapping("/api/v1/mail-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Caller caller) {
        resumeMail.resume(caller.actor());
    }

    @Operation(summary = "Let the messages of a night go that waits because they are far more than usual")
    @PostMapping("/api/v1/nights/{night}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Caller caller, @PathVariable LocalDate night) {
        nightMail.release(night, caller.actor());
    }

    /** @param withdrawn messages that do not leave; their steps are given back */
    record Cancelled(int withdrawn) {}

    @Operation(summary = "Withdraw the messages of a night that waits because they are far more than usual")
    @PostMapping("/api/v1/nights/{night}/cancellation")
    Cancelled cancel(Caller caller, @PathVariable LocalDate night) {
        return new Cancelled(nightMail.cancel(night, caller.actor()));
    }

    @Operation(summary = "Stop all mail of all organisations of the installation at once")
    @PutMapping("/api/v1/installation/mail-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopAll(@RequestBody StopRequest asked) {
        stopInstallation.stop(INSTALLATION, asked.words());
    }

    @Operation(summary = "Let mail of the installation leave again, of whoever did not stop it")
    @DeleteMapping("/api/v1/installation/mail-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resumeAll() {
        stopInstallation.resume(INSTALLATION);
    }
}
