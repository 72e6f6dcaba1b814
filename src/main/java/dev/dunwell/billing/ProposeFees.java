package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down the fees of stages that were reached, to be claimed or waived: the amount is that of the day, a
 * percentage of what is open then. Only where the terms of the invoice set a fee for the stage, and once for each stage
 * of an invoice; within the grace of the terms nothing is proposed yet.
 */
@Component
public class ProposeFees {

    private final LateItems items;
    private final Charges charges;
    private final Audit audit;

    ProposeFees(LateItems items, Charges charges, Audit audit) {
        this.items = items;
        this.charges = charges;
        this.audit = audit;
    }

    /** An invoice about which a stage of reminding was reached, 1 for the first. */
    public record Reached(long invoiceId, int stage) {}

    /**
     * @param today the organisation's day
     * @return how many were new
     */
    @Transactional
    public int propose(Actor actor, List<Reached> reached, LocalDate today) {
        Map<Long, LateCosts> costs =
                items.of(reached.stream().map(Reached::invoiceId).collect(Collectors.toSet()), today).stream()
                        .collect(Collectors.toMap(each -> each.item().bill().id(), each -> each));
        List<Charges.Proposal> proposals = reached.stream()
                .flatMap(each -> proposal(each, costs.get(each.invoiceId)))
                .toList();
        int fresh = proposals.isEmpty() ? 0 : charges.propose(proposals, today, actor.name());
        if (fresh > 0) {
            audit.write(actor, "charges.proposed", "organisation", null, Map.of("fees", fresh));
        }
        return fresh;
    }

    private static Stream<Charges.Proposal> proposal(Reached reached, @Nullable LateCosts costs) {
        return costs == null
                ? Stream.empty()
                : costs.at("stage-" + reached.stage).stream()
                        .map(piece -> new Charges.Proposal(reached.invoiceId, piece));
    }
}
