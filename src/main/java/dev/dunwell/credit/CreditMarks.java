package dev.dunwell.credit;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.CustomerMarks;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in the list of customers who is near a limit or over it. */
@Component
class CreditMarks implements CustomerMarks {

    private final CreditCheck check;

    CreditMarks(CreditCheck check) {
        this.check = check;
    }

    @Override
    public Map<Long, String> of(Caller caller, Collection<Long> customers) {
        Map<Long, String> marks = new HashMap<>();
        check.standings(caller.organisation(), customers, caller.today())
                .forEach((id, standings) -> standings.stream()
                        .filter(each -> each.state() != CreditStanding.State.WITHIN)
                        .max(Comparator.comparing(CreditStanding::state))
                        .ifPresent(worst -> marks.put(id, word(worst))));
        return marks;
    }

    private static String word(CreditStanding standing) {
        boolean isByAge = standing.state().isBreach() && !standing.isOverLimit();
        return isByAge && standing.state() == CreditStanding.State.OVER
                ? "Overdue too long"
                : standing.state().title();
    }
}
