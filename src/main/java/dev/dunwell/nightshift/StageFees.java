package dev.dunwell.nightshift;

import dev.dunwell.access.Actor;
import dev.dunwell.billing.ClaimFees;
import dev.dunwell.billing.ProposeFees;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The fees of the stages that letters have reached: proposed, and claimed where the organisation has that done. Running
 * it again changes nothing.
 */
@Component
class StageFees {

    private final StagesReached stages;
    private final ProposeFees proposeFees;
    private final ClaimFees claimFees;

    StageFees(StagesReached stages, ProposeFees proposeFees, ClaimFees claimFees) {
        this.stages = stages;
        this.proposeFees = proposeFees;
        this.claimFees = claimFees;
    }

    void work(Actor actor, LocalDate today) {
        proposeFees.propose(actor, stages.withFee(today), today);
        claimFees.claim(actor, today);
    }
}
