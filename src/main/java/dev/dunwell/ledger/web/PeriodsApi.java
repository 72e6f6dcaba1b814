package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ClosePeriod;
import dev.dunwell.ledger.Closing;
import dev.dunwell.ledger.Periods;
import dev.dunwell.ledger.ReopenPeriod;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Until when the book is closed. */
@RestController
class PeriodsApi {

    private final Periods periods;
    private final ClosePeriod closePeriod;
    private final ReopenPeriod reopenPeriod;

    PeriodsApi(Periods periods, ClosePeriod closePeriod, ReopenPeriod reopenPeriod) {
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.reopenPeriod = reopenPeriod;
    }

    /** @param until the last day that is to be closed */
    record Close(@Nullable LocalDate until) {}

    record Reopen(@Nullable String reason) {}

    /** A closing; the last three are null while it holds. */
    record Entry(
            LocalDate until,
            Instant closedAt,
            String closedBy,
            @Nullable Instant reopenedAt,
            @Nullable String reopenedBy,
            @Nullable String reason) {

        static Entry of(Closing closing) {
            Closing.Reopening reopened = closing.reopened();
            return new Entry(
                    closing.until(),
                    closing.closedAt(),
                    closing.closedBy(),
                    reopened == null ? null : reopened.at(),
                    reopened == null ? null : reopened.by(),
                    reopened == null ? null : reopened.reason());
        }
    }

    @Operation(summary = "The closings of the book, the latest first")
    @GetMapping("/api/v1/periods")
    List<Entry> all() {
        return periods.all().stream().map(Entry::of).toList();
    }

    @Operation(summary = "Close the book until a day; facts effective on it or before are refused from then on")
    @PostMapping("/api/v1/periods")
    @ResponseStatus(HttpStatus.CREATED)
    List<Entry> close(Caller caller, @RequestBody Close wanted) {
        var given = new Given();
        LocalDate until = given.day("until", wanted.until);
        given.done();
        closePeriod.close(caller.actor(), until, caller.today());
        return all();
    }

    @Operation(summary = "Take the latest closing back, for a reason")
    @PostMapping("/api/v1/periods/reopening")
    List<Entry> reopen(Caller caller, @RequestBody Reopen wanted) {
        var given = new Given();
        String reason = given.text("reason", wanted.reason);
        given.done();
        reopenPeriod.reopen(caller.actor(), reason);
        return all();
    }
}
