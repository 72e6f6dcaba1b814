package dev.dunwell.timeline.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import dev.dunwell.timeline.Telling;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Show;
import dev.dunwell.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a customer: the same list in the same order as on its page. */
@RestController
class TimelineApi {

    private static final int CURSOR_KEYS = 4;
    private static final int MOST = 200;

    private final Timeline timeline;

    TimelineApi(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * @param on the day it counts for, and {@code at} the moment it was written down
     * @param text in words, as the page shows it
     * @param amount a decimal as text, with {@code currency}
     * @param until the day it runs to, or is expected on
     */
    record Item(
            LocalDate on,
            Instant at,
            String kind,
            String text,
            String state,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable LocalDate until,
            String author) {

        static Item of(Entry entry, Show show) {
            Money amount = entry.amount();
            return new Item(
                    entry.on(),
                    entry.at(),
                    entry.kind().code(),
                    Telling.of(entry, show).sentence(),
                    entry.state(),
                    amount == null ? null : amount.amount().toPlainString(),
                    amount == null ? null : amount.currency().getCurrencyCode(),
                    entry.until(),
                    entry.author());
        }
    }

    record Page(List<Item> items, @Nullable String next) {}

    /** Which part of the list is wanted. */
    record Query(@Nullable LocalDate asOf, @Nullable String kind, @Nullable String cursor, @Nullable Integer limit) {}

    @Operation(summary = "What happened to a customer, newest first; kind is all, mail, calls, money or decisions")
    @GetMapping("/api/v1/customers/{number}/timeline")
    Page timeline(Caller caller, @PathVariable String number, Query query) {
        long customer = timeline.customer(number).orElseThrow(() -> new NotFound("customer"));
        LocalDate asOf = query.asOf == null ? caller.today() : query.asOf;
        int limit = query.limit == null ? 50 : Math.clamp(query.limit, 1, MOST);
        Slice<Entry> slice =
                timeline.of(customer, group(query.kind), asOf, Cursor.parse(query.cursor, CURSOR_KEYS), limit);
        var show = new Show(Locale.ENGLISH, caller.organisation().zone(), asOf);
        return new Page(
                slice.rows().stream().map(entry -> Item.of(entry, show)).toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    static Kind.Group group(@Nullable String code) {
        for (Kind.Group group : Kind.Group.values()) {
            if (code == null || group.code().equals(code)) {
                return group;
            }
        }
        throw BadInput.in("kind", "Write all, mail, calls, money or decisions.");
    }
}
