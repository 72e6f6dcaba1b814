package dev.dunwell.timeline.web;

import dev.dunwell.web.Cursor;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a customer, newest first.
 *
 * @param filter all, mail, calls, money or decisions
 * @param next where older entries begin, null when there are none
 */
public record TimelineView(
        long customerId,
        String filter,
        List<Entry> entries,
        @Nullable Cursor next) {

    /** How a contact can have gone, best first. */
    public static final List<String> MOODS = List.of("good", "neutral", "tense", "hostile");

    /** The filters in the order they are offered, by their value in the URL. */
    public static final List<String> FILTERS = List.of("all", "mail", "calls", "money", "decisions");

    /**
     * One thing that happened.
     *
     * @param who stands in bold before the sentence, empty when the house did it
     * @param quote what somebody said, in their words; empty when nothing was said
     * @param state how it stands now, at the right
     * @param url what it opens, null when nothing
     * @param why the page that says what was decided about its invoice that day, null when it is about none
     * @param moodUrl where the reader says how a contact went, null when it is none or they may not
     */
    public record Entry(
            LocalDate on,
            Icon icon,
            String who,
            String text,
            String quote,
            String state,
            @Nullable String url,
            @Nullable String why,
            @Nullable String moodUrl) {}
}
