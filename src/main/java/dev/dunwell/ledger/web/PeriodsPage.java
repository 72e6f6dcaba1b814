package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.ledger.BeforeClosing;
import dev.dunwell.ledger.ClosePeriod;
import dev.dunwell.ledger.Closing;
import dev.dunwell.ledger.Periods;
import dev.dunwell.ledger.ReopenPeriod;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: until when the book is closed, what is in the months, closing and reopening. */
@Controller
class PeriodsPage {

    private static final String ADDRESS = "/settings/periods";

    private final Periods periods;
    private final ClosePeriod closePeriod;
    private final ReopenPeriod reopenPeriod;
    private final List<BeforeClosing> beforeClosing;

    PeriodsPage(
            Periods periods, ClosePeriod closePeriod, ReopenPeriod reopenPeriod, List<BeforeClosing> beforeClosing) {
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.reopenPeriod = reopenPeriod;
        this.beforeClosing = List.copyOf(beforeClosing);
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        LocalDate lastMonth = caller.today().withDayOfMonth(1).minusDays(1);
        return new ModelAndView("ledger/periods")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("closed", periods.current().map(Closing::until).orElse(null))
                .addObject("closings", periods.all())
                .addObject("months", periods.months(caller.today()))
                .addObject("proposal", lastMonth)
                .addObject(
                        "leftOut",
                        beforeClosing.stream()
                                .flatMap(each -> each.leftOut(lastMonth).stream())
                                .toList())
                .addObject("mayClose", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView close(Caller caller, @RequestParam Map<String, String> form) {
        return said(() -> {
            var typed = new Typed(form, caller.organisation().locale());
            LocalDate until = typed.day("until");
            if (until == null) {
                typed.demand("until", "Give the last day that is to be closed.");
                typed.check();
                throw BadInput.in("until", "Give the last day that is to be closed.");
            }
            closePeriod.close(caller.actor(), until, caller.today());
            return "Closed. Nothing takes effect on " + until + " or before any more.";
        });
    }

    @PostMapping(ADDRESS + "/reopening")
    ModelAndView reopen(Caller caller, @RequestParam(defaultValue = "") String reason) {
        return said(() -> {
            reopenPeriod.reopen(caller.actor(), reason.strip());
            return "Open again, with the reason in the audit.";
        });
    }

    private static ModelAndView said(Supplier<String> act) {
        try {
            return Onward.to(ADDRESS, Flash.done(act.get()));
        } catch (Refusal refusal) {
            return Onward.to(ADDRESS, Flash.refused(refusal.reason()));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }
}
