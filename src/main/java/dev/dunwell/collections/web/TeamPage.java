package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.TeamQueues;
import dev.dunwell.collections.Worklist;
import dev.dunwell.team.Habits;
import dev.dunwell.team.HandOver;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The team at a glance: what waits for whom, who has too much, and giving some of it to somebody else. */
@Controller
class TeamPage {

    private static final int MOST = 1000;

    private final TeamQueues queues;
    private final Habits habits;
    private final Worklist worklist;
    private final HandOver handOver;

    TeamPage(TeamQueues queues, Habits habits, Worklist worklist, HandOver handOver) {
        this.queues = queues;
        this.habits = habits;
        this.worklist = worklist;
        this.handOver = handOver;
    }

    @GetMapping("/team")
    String team(Caller caller, Model model) {
        model.addAttribute("view", new TeamView(queues.lines(caller.today()), habits.all()));
        return "collections/team";
    }

    /**
     * Gives the accounts at the end of somebody's queue to somebody else: what is most urgent stays where it is known.
     *
     * @param from whose queue; null for what nobody looks after, of which the most urgent goes first
     */
    @PostMapping("/team/handovers")
    ModelAndView handOver(
            Caller caller,
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable Long to,
            @RequestParam(defaultValue = "1") int count,
            @RequestParam(defaultValue = "") String reason) {
        Queue.Whose whose = from == null ? Queue.Whose.UNASSIGNED : Queue.Whose.MINE;
        var queue = new Queue(caller.today(), whose, from, Queue.Order.AT_RISK, null);
        List<Long> waiting = worklist.rows(queue, Worklist.After.NOTHING, MOST).stream()
                .map(Worklist.Row::customerId)
                .toList();
        int some = Math.clamp(count, 0, waiting.size());
        List<Long> given =
                from == null ? waiting.subList(0, some) : waiting.subList(waiting.size() - some, waiting.size());
        int changed = handOver.accounts(caller, given, to, reason);
        return Onward.to(
                "/team", Flash.done(changed == 1 ? "1 account changed hands." : changed + " accounts changed hands."));
    }
}
