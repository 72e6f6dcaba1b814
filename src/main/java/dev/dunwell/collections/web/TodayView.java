package dev.dunwell.collections.web;

import dev.dunwell.collections.Level;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Worklist;
import dev.dunwell.reach.GoodHours;
import dev.dunwell.team.Claims;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Icon;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What collections/today shows.
 *
 * @param asked whose accounts, in which order, not touched since when; as it stands in the URL
 * @param isRelationship whether it is for somebody who keeps the relationship and does not dun: sales
 * @param customers how many need a person today, on all pages of the list
 * @param days how many days these take the reader at their own pace, null when it is not known or the list not theirs
 * @param groups the rows of this page, level by level, most urgent first
 * @param promises running ones that come due in the week of today
 * @param claims who works on which customer just now, the reader left out
 * @param mayWork whether to offer acts; readers only look
 * @param mayLead whether the reader sees the whole team
 * @param kinds what the reader may write down of a customer
 * @param next where the following page begins, null on the last one
 */
public record TodayView(
        Asked asked,
        boolean isRelationship,
        int customers,
        @Nullable Integer days,
        List<Group> groups,
        List<Promises.Promise> promises,
        Map<Long, Claims.Claim> claims,
        boolean mayWork,
        boolean mayLead,
        List<LogKind> kinds,
        boolean isFirstPage,
        @Nullable Cursor next) {

    /** What the worklist can be narrowed down to: not touched for so many days. */
    public static final List<Integer> UNTOUCHED = List.of(7, 14, 30);

    public Accounts accounts() {
        return asked.accounts;
    }

    /** The list as its address asks for it. */
    public record Asked(
            Accounts accounts,
            boolean oldestFirst,
            @Nullable Integer untouched) {

        public String url() {
            return untouched == null ? accounts.listUrl() : accounts.listUrl() + "&untouched=" + untouched;
        }

        public String with(Accounts other) {
            return new Asked(other, oldestFirst, untouched).url();
        }

        /** The filter switched on, or off again. */
        public String with(int days) {
            return new Asked(accounts, oldestFirst, isUntouched(days) ? null : days).url();
        }

        public boolean isUntouched(int days) {
            return untouched != null && untouched == days;
        }

        public String csv() {
            return url().replace("/today", "/worklist.csv");
        }

        Queue queue(LocalDate today, @Nullable Long person) {
            return accounts.queue(today, person)
                    .in(oldestFirst ? Queue.Order.OLDEST : Queue.Order.AT_RISK)
                    .untouched(untouched);
        }
    }

    /** Whose accounts a worklist shows. */
    public enum Accounts {
        MINE("Mine", "mine", Queue.Whose.MINE),
        TEAM("Team", "today", Queue.Whose.TEAM),
        UNASSIGNED("Nobody’s", "unassigned", Queue.Whose.UNASSIGNED);

        private final String title;
        private final String from;
        private final Queue.Whose whose;

        Accounts(String title, String from, Queue.Whose whose) {
            this.title = title;
            this.from = from;
            this.whose = whose;
        }

        /** As URLs write it; anything that is not known is the team's. */
        public static Accounts of(@Nullable String written) {
            return "mine".equals(written) ? MINE : "unassigned".equals(written) ? UNASSIGNED : TEAM;
        }

        public String title() {
            return title;
        }

        /**
         * As it follows {@code from=} in the links of the list, so that a customer page knows which list to go on with.
         */
        public String from() {
            return from;
        }

        public String listUrl() {
            return "/today?accounts=" + (this == TEAM ? "team" : from);
        }

        Queue queue(LocalDate today, @Nullable Long person) {
            return new Queue(today, whose, person, Queue.Order.AT_RISK, null);
        }
    }

    /**
     * A customer.
     *
     * @param above why it stands above the next; empty on the last row of all
     * @param best when it is best called, null when too few calls were answered to tell
     */
    public record Line(
            Worklist.Row row, String above, @Nullable GoodHours best) {}

    private static final Map<Level, String> RELATIONSHIP = Map.of(
            Level.BROKEN_PROMISE, "A payment they promised is missing: ask how they are",
            Level.DEADLINE, "They expect to pay today",
            Level.STOPPED, "Something keeps our letters back: ask what it is",
            Level.CALL_DUE, "A friendly call would help");

    /**
     * The customers of one level.
     *
     * @param count how many there are on all pages
     * @param isRelationship whether it is read by somebody who keeps the relationship and does not dun
     */
    public record Group(Level level, int count, boolean isRelationship, List<Line> rows) {

        public String title() {
            return isRelationship ? RELATIONSHIP.getOrDefault(level, level.title()) : level.title();
        }

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
