package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Role;
import dev.dunwell.collections.Level;
import dev.dunwell.collections.Precedence;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Worklist;
import dev.dunwell.collections.web.TodayView.Accounts;
import dev.dunwell.collections.web.TodayView.Asked;
import dev.dunwell.collections.web.TodayView.Group;
import dev.dunwell.collections.web.TodayView.Line;
import dev.dunwell.reach.CallTimes;
import dev.dunwell.reach.GoodHours;
import dev.dunwell.team.Claims;
import dev.dunwell.team.Habit;
import dev.dunwell.team.Habits;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Today: who needs a person now, in which order, and why. A few small queries, however large the book is. */
@Controller
class TodayPage {

    private static final int PAGE = 50;

    private final Worklist worklist;
    private final Promises promises;
    private final NextRow nextRow;
    private final Habits habits;
    private final Claims claims;
    private final CallTimes callTimes;

    TodayPage(
            Worklist worklist, Promises promises, NextRow nextRow, Habits habits, Claims claims, CallTimes callTimes) {
        this.worklist = worklist;
        this.promises = promises;
        this.nextRow = nextRow;
        this.habits = habits;
        this.claims = claims;
        this.callTimes = callTimes;
    }

    /** Begins with the reader's own accounts when they have any, else with the team's. */
    @GetMapping("/today")
    @Transactional(readOnly = true)
    String today(
            Caller caller,
            @RequestParam @Nullable String accounts,
            @RequestParam @Nullable Integer untouched,
            @RequestParam @Nullable String cursor,
            Model model) {
        boolean isOwn = accounts == null && worklist.hasOwn(caller.personId());
        Habit habit = habits.of(caller.personId());
        var asked = new Asked(isOwn ? Accounts.MINE : Accounts.of(accounts), habit.oldestFirst(), untouched);
        model.addAttribute("view", view(caller, asked, habit, Cursor.parse(cursor, 4)));
        return "collections/today";
    }

    /** The order inside a level, remembered for this person. */
    @PostMapping("/worklist/order")
    ModelAndView order(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean oldestFirst,
            @RequestParam @Nullable String accounts) {
        if (caller.personId() != null) {
            habits.setOldestFirst(caller.personId(), oldestFirst);
        }
        String words =
                oldestFirst ? "Inside a level, the longest overdue first." : "Inside a level, most at risk first.";
        return Onward.to(Accounts.of(accounts).listUrl(), Flash.done(words + " Remembered for you."));
    }

    /**
     * Puts a row aside until tomorrow and goes on to the next: in the list, or on customer pages when that is where one
     * is.
     */
    @PostMapping("/worklist/done")
    ModelAndView done(
            Caller caller,
            @RequestParam long customerId,
            @RequestParam @Nullable String from,
            @RequestParam(defaultValue = "false") boolean inList) {
        Optional<Worklist.Place> place = nextRow.place(caller, from, customerId);
        String next = inList ? inList(from, place) : nextRow.after(caller, from, customerId);
        worklist.done(caller, customerId);
        claims.release(caller, customerId);
        return Onward.to(next, Flash.done("Put aside for today; tomorrow it is back if the reason still stands."));
    }

    private static String inList(@Nullable String from, Optional<Worklist.Place> place) {
        String list = Accounts.of(from).listUrl();
        return place.map(Worklist.Place::nextId)
                .map(next -> list + "#c-" + next)
                .orElse(list);
    }

    private TodayView view(Caller caller, Asked asked, Habit habit, @Nullable Cursor cursor) {
        LocalDate today = caller.today();
        Queue queue = asked.queue(today, caller.personId());
        Worklist.After after = cursor == null
                ? Worklist.After.NOTHING
                : new Worklist.After((int) cursor.number(0), cursor.date(1), cursor.number(2), cursor.number(3));
        List<Worklist.Row> fetched = worklist.rows(queue, after, PAGE + 1);
        Slice<Line> slice = Slice.of(lines(fetched, queue), PAGE, line -> cursor(Worklist.After.of(line.row())));
        Map<Level, Integer> counts = worklist.counts(queue);
        int customers = counts.values().stream().mapToInt(Integer::intValue).sum();
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        boolean isRelationship = caller.role() == Role.SALES;
        return new TodayView(
                asked,
                isRelationship,
                customers,
                asked.accounts() == Accounts.MINE ? habit.daysFor(customers) : null,
                groups(slice.rows(), counts, isRelationship),
                promises.comingDue(monday, monday.plusDays(6)),
                others(caller),
                caller.may("POST /worklist/done"),
                caller.may("GET /team"),
                LogKind.openTo(caller),
                cursor == null,
                slice.next());
    }

    private Map<Long, Claims.Claim> others(Caller caller) {
        Map<Long, Claims.Claim> running = claims.running();
        running.values().removeIf(claim -> Long.valueOf(claim.personId()).equals(caller.personId()));
        return running;
    }

    private List<Line> lines(List<Worklist.Row> rows, Queue queue) {
        Map<Long, GoodHours> best =
                callTimes.of(rows.stream().map(Worklist.Row::customerId).toList(), queue.today());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean isLast = i == rows.size() - 1;
            String above = isLast ? "" : Precedence.of(rows.get(i), rows.get(i + 1), queue.order());
            lines.add(new Line(rows.get(i), above, best.get(rows.get(i).customerId())));
        }
        return lines;
    }

    private static List<Group> groups(List<Line> lines, Map<Level, Integer> counts, boolean isRelationship) {
        Map<Level, List<Line>> byLevel = new EnumMap<>(Level.class);
        lines.forEach(line -> byLevel.computeIfAbsent(line.row().level(), _ -> new ArrayList<>())
                .add(line));
        return byLevel.entrySet().stream()
                .map(level -> new Group(
                        level.getKey(), counts.getOrDefault(level.getKey(), 0), isRelationship, level.getValue()))
                .toList();
    }

    private static Cursor cursor(Worklist.After after) {
        return Cursor.of(after.level(), after.oldestDueOn(), after.minusOverdue(), after.customerId());
    }
}
