package dev.dunwell.metrics;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an alert rest until a day, on which it asks again if it is still so. */
@Component
public class SnoozeAlert {

    private final Alerts alerts;
    private final Audit audit;

    SnoozeAlert(Alerts alerts, Audit audit) {
        this.alerts = alerts;
        this.audit = audit;
    }

    /** @param until after today */
    @Transactional
    public void snooze(Caller caller, long id, LocalDate until) {
        if (!until.isAfter(caller.today())) {
            throw BadInput.in("until", "Choose a day after today.");
        }
        Alert alert = alerts.get(id);
        alerts.mark(id, null, caller.today(), until);
        audit.write(
                caller.actor(),
                "alert.snoozed",
                "alert",
                id,
                Map.of("kind", Alerts.code(alert.kind()), "until", until.toString()));
    }
}
