package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Claims the fees that were proposed since the organisation has them claimed, each in a transaction of its own. One
 * that cannot be claimed, because its number is taken for example, stays proposed among the late charges.
 */
@Component
public class ClaimFees {

    private final FeeRules rules;
    private final Charges charges;
    private final ClaimCharge claimCharge;

    ClaimFees(FeeRules rules, Charges charges, ClaimCharge claimCharge) {
        this.rules = rules;
        this.charges = charges;
        this.claimCharge = claimCharge;
    }

    /**
     * @param today the organisation's day, on which the receivables are issued
     * @return how many were claimed
     */
    public int claim(Actor actor, LocalDate today) {
        int claimed = 0;
        for (Charge fee : rules.claimedSince().map(charges::proposedSince).orElse(List.of())) {
            claimed += isClaimed(actor, fee, today) ? 1 : 0;
        }
        return claimed;
    }

    private boolean isClaimed(Actor actor, Charge fee, LocalDate today) {
        try {
            claimCharge.claim(actor, fee.of().invoiceId(), fee.stage(), today);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
