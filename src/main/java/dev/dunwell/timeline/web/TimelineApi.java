package dev.dunwell.timeline.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import dev.dunwell.timeline.Telling;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import dev.dunwell.web.Show;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a customer: the same list in the same order as on its page. */
@RestController
class TimelineApi {

    static final int CURSOR_KEYS = 4;

    private final Timeline timeline;

    TimelineApi(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * @param on the day it counts for, and {@code at} the moment it was written down
     * @param text in words, as the page shows it after the author, and {@code quote} what was said
     * @param amount exact, with {@code currency}
     * @param until the day it runs to, or is expected on
     * @param mood how a contact went, empty where nobody noted it
     */
    record Item(
            LocalDate on,
            Instant at,
            String kind,
            String text,
            String quote,
            String state,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable LocalDate until,
            String author,
            String mood) {

        static Item of(Entry entry, Show show) {
            Money amount = entry.amount();
            Telling telling = Telling.of(entry, show);
            return new Item(
                    entry.on(),
                    entry.at(),
                    entry.kind().code(),
                    telling.sentence(),
                    telling.quote(),
                    entry.state(),
                    amount == null ? null : amount.amount(),
                    amount == null ? null : amount.currency().getCurrencyCode(),
                    entry.until(),
                    entry.author(),
                    entry.mood());
        }
    }

    @Operation(summary = "What happened to a customer, newest first; kind is all, mail, calls, money or decisions")
    @GetMapping("/api/v1/customers/{number}/timeline")
    Listed<Item> timeline(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "all") String kind,
            Paging paging) {
        long customer = timeline.customer(number).orElseThrow(() -> new NotFound("customer"));
        LocalDate day = asOf == null ? caller.today() : asOf;
        var show = new Show(Locale.ENGLISH, caller.organisation().zone(), day);
        return Listed.of(
                timeline.of(customer, group(kind), day, paging.after(CURSOR_KEYS), paging.size()),
                entry -> Item.of(entry, show));
    }

    static Kind.Group group(String code) {
        for (Kind.Group group : Kind.Group.values()) {
            if (group.code().equals(code)) {
                return group;
            }
        }
        throw BadInput.in("kind", "Write all, mail, calls, money or decisions.");
    }
}
