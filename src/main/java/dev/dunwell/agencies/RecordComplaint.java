package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a customer complained about an agency; it counts in the agency's scorecard. */
@Component
public class RecordComplaint {

    private final Placements placements;
    private final AgencyEntries entries;
    private final Audit audit;

    RecordComplaint(Placements placements, AgencyEntries entries, Audit audit) {
        this.placements = placements;
        this.entries = entries;
        this.audit = audit;
    }

    /** @param body what they said; must not be empty */
    @Transactional
    public void record(Caller caller, long placementId, String body) {
        if (body.isBlank()) {
            throw BadInput.in("body", "Say what they complained about.");
        }
        Placement placement = placements.byId(placementId);
        var wanted = new AgencyEntries.Wanted(AgencyEntry.Kind.COMPLAINT, body, null, null);
        long id = entries.insert(
                placementId, wanted, caller.today(), caller.actor().name());
        audit.write(
                caller.actor(),
                "agency.complaint",
                "customer",
                placement.invoice().customerId(),
                Map.of("entry", id, "agency", placement.agency()));
    }
}
