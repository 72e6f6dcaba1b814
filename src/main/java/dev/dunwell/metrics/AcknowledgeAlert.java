package dev.dunwell.metrics;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has seen to an alert: it stays on the list with their name until what it says is no longer so. */
@Component
public class AcknowledgeAlert {

    private final Alerts alerts;
    private final Audit audit;

    AcknowledgeAlert(Alerts alerts, Audit audit) {
        this.alerts = alerts;
        this.audit = audit;
    }

    @Transactional
    public void acknowledge(Caller caller, long id) {
        Alert alert = alerts.get(id);
        if (alert.acknowledgedBy() != null) {
            throw Refusal.conflict("acknowledged-already", alert.acknowledgedBy() + " has seen to it already.");
        }
        alerts.mark(id, caller.actor().name(), caller.today(), null);
        audit.write(caller.actor(), "alert.acknowledged", "alert", id, Map.of("kind", Alerts.code(alert.kind())));
    }
}
