package dev.dunwell.timeline.web;

import dev.dunwell.access.Caller;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import dev.dunwell.timeline.Telling;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Show;
import dev.dunwell.web.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened to a customer, as a part of its page. */
@Controller
class TimelinePanel {

    private static final int PAGE = 20;

    private final Timeline timeline;

    TimelinePanel(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Whose words are the house's own. */
    private static final Set<Kind> BY_THE_HOUSE = EnumSet.of(Kind.MESSAGE, Kind.LETTER, Kind.SMS, Kind.NOTICE);

    @GetMapping("/customers/{id}/timeline")
    ModelAndView show(
            Caller caller,
            @PathVariable long id,
            @RequestParam(name = "show", defaultValue = "all") String filter,
            @RequestParam(defaultValue = "") String cursor) {
        Kind.Group group = TimelineApi.group(filter);
        Slice<Entry> slice =
                timeline.of(id, group, caller.today(), Cursor.parse(cursor, TimelineApi.CURSOR_KEYS), PAGE);
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        var entries =
                slice.rows().stream().map(entry -> told(entry, show, caller)).toList();
        return new ModelAndView("timeline/timeline")
                .addObject("view", new TimelineView(id, group.code(), entries, slice.next()));
    }

    private static TimelineView.Entry told(Entry entry, Show show, Caller caller) {
        Telling telling = Telling.of(entry, show);
        return new TimelineView.Entry(
                entry.on(),
                entry.kind().icon(),
                BY_THE_HOUSE.contains(entry.kind()) ? "" : entry.author(),
                telling.sentence(),
                telling.quote(),
                telling.side(),
                url(entry),
                why(entry),
                caller.may("POST /interactions/{id}/sentiment") ? moodUrl(entry) : null);
    }

    private static @Nullable String moodUrl(Entry entry) {
        return switch (entry.kind()) {
            case CALL, MEETING, MAIL -> "/interactions/" + entry.subjectId() + "/sentiment";
            default -> null;
        };
    }

    private static @Nullable String why(Entry entry) {
        return switch (entry.kind()) {
            case INVOICE, DISPUTE, CHARGE ->
                "/why?invoice=" + URLEncoder.encode(entry.title(), StandardCharsets.UTF_8) + "&date=" + entry.on();
            default -> null;
        };
    }

    private static @Nullable String url(Entry entry) {
        return switch (entry.kind()) {
            case INVOICE -> "/invoices/" + entry.subjectId();
            case DEDUCTION, RECOVERY -> "/invoices/" + entry.invoiceId();
            case MESSAGE, LETTER, SMS, NOTICE -> "/messages/" + entry.subjectId();
            case DISPUTE -> "/disputes/" + entry.subjectId();
            case QUESTION -> "/questions/" + entry.subjectId();
            case PLAN -> "/plans/" + entry.subjectId();
            case QUOTE -> "/quotes/" + entry.subjectId();
            case PLACEMENT, RECALL -> "/placements/" + entry.subjectId();
            default -> null;
        };
    }
}
