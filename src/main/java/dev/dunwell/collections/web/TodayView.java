package dev.dunwell.collections.web;

import dev.dunwell.collections.Level;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Worklist;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What collections/today shows.
 *
 * @param accounts whose accounts are listed, as it stands in the URL
 * @param customers how many need a person today, on all pages of the list
 * @param groups the rows of this page, level by level, most urgent first
 * @param promises running ones that come due in the week of today
 * @param mayWork whether to offer acts; sales and readers only look
 * @param next where the following page begins, null on the last one
 */
public record TodayView(
        Accounts accounts,
        int customers,
        List<Group> groups,
        List<Promises.Promise> promises,
        boolean mayWork,
        boolean isFirstPage,
        @Nullable Cursor next) {

    /** Whose accounts a worklist shows. */
    public enum Accounts {
        ALL,
        MINE;

        /** As URLs write it; anything but {@code mine} is everybody's. */
        public static Accounts of(@Nullable String written) {
            return "mine".equals(written) ? MINE : ALL;
        }

        /**
         * As it follows {@code from=} in the links of the list, so that a customer page knows which list to go on with.
         */
        public String from() {
            return this == MINE ? "mine" : "today";
        }

        public String listUrl() {
            return this == MINE ? "/today?accounts=mine" : "/today";
        }
    }

    /**
     * The customers of one level.
     *
     * @param count how many there are on all pages
     */
    public record Group(Level level, int count, List<Worklist.Row> rows) {

        public Icon icon() {
            return switch (level) {
                case BROKEN_PROMISE -> Icon.WARNING;
                case DEADLINE -> Icon.DEADLINE;
                case STOPPED -> Icon.STOP;
                case CALL_DUE, NONE -> Icon.CALL;
            };
        }

        /** The colour that goes with the sign and the word. */
        public String tone() {
            return switch (level) {
                case BROKEN_PROMISE -> "bad";
                case DEADLINE -> "warn";
                case STOPPED, CALL_DUE, NONE -> "";
            };
        }
    }

    public LocalDate firstOfWeek(LocalDate today) {
        return today.minusDays(today.getDayOfWeek().getValue() - 1L);
    }

    public LocalDate lastOfWeek(LocalDate today) {
        return firstOfWeek(today).plusDays(6);
    }
}
