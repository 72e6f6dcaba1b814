package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Tonight;
import dev.dunwell.collections.Watch;
import dev.dunwell.collections.Worklist;
import dev.dunwell.collections.web.TodayView.Accounts;
import dev.dunwell.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands beside the worklist and may take longer than it, and the worklist as a file. */
@Controller
class WorklistPanels {

    private static final int SHOWN = 10;
    private static final int PORTION = 500;

    private final Worklist worklist;
    private final Tonight tonight;
    private final Watch watch;

    WorklistPanels(Worklist worklist, Tonight tonight, Watch watch) {
        this.worklist = worklist;
        this.tonight = tonight;
        this.watch = watch;
    }

    @GetMapping("/run/outlook")
    String outlook(Caller caller, Model model) {
        model.addAttribute("view", OutlookView.of(caller.organisation(), tonight.outlook()));
        return "collections/outlook";
    }

    @GetMapping("/today/attention")
    String attention(Caller caller, Model model) {
        model.addAttribute(
                "view", new AttentionView(watch.undelivered(caller.today(), SHOWN), watch.look(caller.today(), SHOWN)));
        return "collections/attention";
    }

    /** The worklist as a file, one line per customer and currency. */
    @GetMapping("/worklist.csv")
    void csv(
            Caller caller,
            @RequestParam @Nullable String accounts,
            @RequestParam @Nullable Integer untouched,
            HttpServletResponse response)
            throws IOException {
        Queue queue =
                Accounts.of(accounts).queue(caller.today(), caller.personId()).untouched(untouched);
        try (Csv csv = Csv.download(
                response,
                "worklist-" + caller.today() + ".csv",
                "level",
                "customer",
                "name",
                "tags",
                "why",
                "next_step",
                "currency",
                "open",
                "overdue",
                "oldest_due_on",
                "last_contact_on",
                "last_contact",
                "last_contact_by")) {
            Worklist.After after = Worklist.After.NOTHING;
            List<Worklist.Row> rows;
            do {
                rows = worklist.rows(queue, after, PORTION);
                rows.forEach(row -> write(csv, row));
                after = rows.isEmpty() ? after : Worklist.After.of(rows.getLast());
            } while (rows.size() == PORTION);
        }
    }

    private static void write(Csv csv, Worklist.Row row) {
        for (Worklist.Debt debt : row.debts()) {
            csv.row(
                    row.level().title(),
                    row.number(),
                    row.name(),
                    String.join(", ", row.tags()),
                    row.why(),
                    row.nextStep(),
                    debt.open().currency(),
                    debt.open(),
                    debt.overdue(),
                    row.oldestDueOn(),
                    row.lastContactOn(),
                    row.lastContactKind(),
                    row.lastContactBy());
        }
    }
}
