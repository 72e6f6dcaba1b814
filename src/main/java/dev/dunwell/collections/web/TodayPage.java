package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Level;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Worklist;
import dev.dunwell.collections.web.TodayView.Accounts;
import dev.dunwell.collections.web.TodayView.Group;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Today: who needs a person now, in which order, and why. Three small queries, however large the book is. */
@Controller
class TodayPage {

    private static final int PAGE = 50;

    private final Worklist worklist;
    private final Promises promises;
    private final NextRow nextRow;

    TodayPage(Worklist worklist, Promises promises, NextRow nextRow) {
        this.worklist = worklist;
        this.promises = promises;
        this.nextRow = nextRow;
    }

    @GetMapping("/today")
    String today(
            Caller caller,
            @RequestParam @Nullable String accounts,
            @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("view", view(caller, Accounts.of(accounts), Cursor.parse(cursor, 3)));
        return "collections/today";
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
        return Onward.to(next, Flash.done("Put aside for today; tomorrow it is back if the reason still stands."));
    }

    private static String inList(@Nullable String from, Optional<Worklist.Place> place) {
        String list = Accounts.of(from).listUrl();
        return place.map(Worklist.Place::nextId)
                .map(next -> list + "#c-" + next)
                .orElse(list);
    }

    private TodayView view(Caller caller, Accounts accounts, @Nullable Cursor cursor) {
        LocalDate today = caller.today();
        Long owner = accounts == Accounts.MINE ? caller.personId() : null;
        Worklist.After after = cursor == null
                ? Worklist.After.NOTHING
                : new Worklist.After((int) cursor.number(0), cursor.number(1), cursor.number(2));
        Slice<Worklist.Row> slice =
                Slice.of(worklist.rows(today, owner, after, PAGE + 1), PAGE, row -> cursor(Worklist.After.of(row)));
        Map<Level, Integer> counts = worklist.counts(today, owner);
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        return new TodayView(
                accounts,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                groups(slice.rows(), counts),
                promises.comingDue(monday, monday.plusDays(6)),
                caller.may("POST /worklist/done"),
                cursor == null,
                slice.next());
    }

    private static List<Group> groups(List<Worklist.Row> rows, Map<Level, Integer> counts) {
        Map<Level, List<Worklist.Row>> byLevel = new EnumMap<>(Level.class);
        rows.forEach(row ->
                byLevel.computeIfAbsent(row.level(), _ -> new ArrayList<>()).add(row));
        return byLevel.entrySet().stream()
                .map(level -> new Group(level.getKey(), counts.getOrDefault(level.getKey(), 0), level.getValue()))
                .toList();
    }

    private static Cursor cursor(Worklist.After after) {
        return Cursor.of(after.level(), after.minusOverdue(), after.customerId());
    }
}
