package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.MoveOpportunity;
import dev.dunwell.deals.Opportunities;
import dev.dunwell.deals.Opportunity;
import dev.dunwell.deals.RecordOpportunity;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads for programs: what came, was answered, won or lost. */
@RestController
class LeadsApi {

    private static final int MOST = 1000;

    private final Opportunities opportunities;
    private final RecordOpportunity recordOpportunity;
    private final MoveOpportunity moveOpportunity;
    private final LeadForm leadForm;

    LeadsApi(
            Opportunities opportunities,
            RecordOpportunity recordOpportunity,
            MoveOpportunity moveOpportunity,
            LeadForm leadForm) {
        this.opportunities = opportunities;
        this.recordOpportunity = recordOpportunity;
        this.moveOpportunity = moveOpportunity;
        this.leadForm = leadForm;
    }

    /** @param isWon null while it is open */
    record LeadJson(
            long id,
            String name,
            String origin,
            String owner,
            LocalDate createdOn,
            @Nullable LocalDate firstTouchOn,
            @Nullable Boolean isWon,
            @Nullable LocalDate closedOn) {}

    @Operation(summary = "Leads, the open ones first")
    @GetMapping("/api/v1/opportunities")
    List<LeadJson> leads() {
        return opportunities.latest(MOST).stream().map(LeadsApi::json).toList();
    }

    @Operation(summary = "Note a lead; fields as on the form, empty ones as usual")
    @PostMapping("/api/v1/opportunities")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson note(Caller caller, @RequestBody Map<String, String> form) {
        return new MadeJson(recordOpportunity.record(caller.actor(), leadForm.lead(caller, form), caller.today()));
    }

    @Operation(summary = "Say what happened to a lead: touched, won or lost, with why")
    @PostMapping("/api/v1/opportunities/{id}/moves")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Caller caller, @PathVariable long id, @RequestBody Map<String, String> form) {
        moveOpportunity.move(caller.actor(), id, leadForm.move(caller, form), caller.today());
    }

    private static LeadJson json(Opportunity lead) {
        Opportunity.Outcome outcome = lead.outcome();
        return new LeadJson(
                lead.id(),
                lead.name(),
                lead.origin(),
                lead.owner(),
                lead.createdOn(),
                lead.firstTouchOn(),
                outcome == null ? null : outcome.isWon(),
                outcome == null ? null : outcome.on());
    }
}
