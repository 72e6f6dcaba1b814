package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the organisation asks of its mail; everybody is decided anew at once. */
@Component
public class ChangeLimits {

    private static final String KEEP = Sql.named("reach/keep-limits");

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChangeLimits(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** @throws BadInput with every figure that is out of its range, and hours that end before they begin */
    @Transactional
    public void change(Caller caller, Limits limits) {
        check(limits);
        Limits.Fatigue fatigue = limits.fatigue();
        Limits.Hours hours = limits.hours();
        db.sql(KEEP)
                .param("bankDays", limits.bankDays())
                .param("fatiguePoints", fatigue == null ? null : fatigue.points())
                .param("fatigueDays", fatigue == null ? 7 : fatigue.days())
                .param("from", hours == null ? null : hours.from())
                .param("until", hours == null ? null : hours.until())
                .param("bundleDays", limits.bundleDays())
                .param("debitDays", limits.debitDays())
                .param("entryCount", limits.entry().count())
                .param("entryTotal", limits.entry().total())
                .param("entryDays", limits.entry().days())
                .param("brakeFactor", limits.brake().factor())
                .param("brakeFloor", limits.brake().floor())
                .update();
        events.publishEvent(new LimitsChanged());
        audit.write(caller.actor(), "limits.changed", "organisation", null, Map.of("limits", limits.toString()));
    }

    private static void check(Limits limits) {
        var problems = new ArrayList<Problem>();
        Limits.Fatigue fatigue = limits.fatigue();
        Limits.Hours hours = limits.hours();
        between(problems, "bankDays", limits.bankDays() == null ? 0 : limits.bankDays(), 0, 60);
        between(problems, "fatiguePoints", fatigue == null ? 1 : fatigue.points(), 1, 1000);
        between(problems, "fatigueDays", fatigue == null ? 1 : fatigue.days(), 1, 90);
        between(problems, "bundleDays", limits.bundleDays(), 0, 14);
        between(problems, "debitDays", limits.debitDays(), 0, 30);
        between(problems, "entryCount", limits.entry().count(), 0, 1000);
        between(problems, "entryDays", limits.entry().days(), 0, 365);
        between(problems, "brakeFactor", limits.brake().factor(), 2, 100);
        between(problems, "brakeFloor", limits.brake().floor(), 1, 1_000_000);
        if (hours != null && !hours.from().isBefore(hours.until())) {
            problems.add(new Problem(0, "hoursUntil", "The day must end after it begins."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static void between(List<Problem> problems, String field, int given, int least, int most) {
        if (given < least || given > most) {
            problems.add(new Problem(0, field, "Give a whole number from " + least + " to " + most + "."));
        }
    }
}
