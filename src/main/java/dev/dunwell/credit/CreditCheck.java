package dev.dunwell.credit;

import dev.dunwell.access.Organisation;
import dev.dunwell.family.Families;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks how customers stand beside their limits. A customer stands for all below it, and what it owes also counts
 * towards the limits of those above it.
 */
@Component
public class CreditCheck {

    private final CreditLimits limits;
    private final Families families;

    CreditCheck(CreditLimits limits, Families families) {
        this.limits = limits;
        this.families = families;
    }

    /** A standing and whose limit it is. */
    public record Line(Families.Member whose, CreditStanding standing) {}

    /**
     * @param lines the customer's own first, then each parent that has a limit, up to the head of the family
     * @param worst what counts: the worst of all lines; null when nothing is owed and nothing is limited
     */
    public record Answer(List<Line> lines, @Nullable Line worst) {}

    /** @param order what is about to be ordered; null for how things stand */
    @Transactional(readOnly = true)
    public Answer of(Organisation organisation, long customerId, LocalDate today, @Nullable Money order) {
        CreditPolicy policy = limits.policy();
        List<Families.Member> up = up(customerId);
        Map<Long, List<Exposure>> exposures =
                limits.exposures(up.stream().map(Families.Member::id).toList(), policy, today);
        List<Line> lines = new ArrayList<>();
        for (Families.Member member : up) {
            List<Exposure> own = exposures.getOrDefault(member.id(), List.of());
            for (Exposure exposure : order == null ? own : ordering(own, order)) {
                if (member.id() == customerId || exposure.limit() != null) {
                    lines.add(new Line(member, CreditStanding.of(exposure, policy, organisation.tolerance())));
                }
            }
        }
        return new Answer(
                lines,
                lines.stream()
                        .max(Comparator.<Line, CreditStanding.State>comparing(line -> line.standing.state())
                                .thenComparingInt(line -> line.standing.percent()))
                        .orElse(null));
    }

    /** The standings of many customers, each with all below it; who owes nothing and has no limit is absent. */
    @Transactional(readOnly = true)
    public Map<Long, List<CreditStanding>> standings(
            Organisation organisation, Collection<Long> customers, LocalDate today) {
        CreditPolicy policy = limits.policy();
        Map<Long, List<CreditStanding>> standings = new HashMap<>();
        limits.exposures(customers, policy, today)
                .forEach((id, exposures) -> standings.put(
                        id,
                        exposures.stream()
                                .map(each -> CreditStanding.of(each, policy, organisation.tolerance()))
                                .toList()));
        return standings;
    }

    /**
     * All standings that are a breach or near one; whoever can be in breach is looked at, however large the book is.
     */
    @Transactional(readOnly = true)
    public Map<Long, List<CreditStanding>> troubled(Organisation organisation, LocalDate today) {
        Map<Long, List<CreditStanding>> troubled =
                standings(organisation, limits.watched(limits.policy(), today), today);
        troubled.replaceAll((_, all) -> all.stream()
                .filter(each -> each.state() != CreditStanding.State.WITHIN)
                .toList());
        troubled.values().removeIf(List::isEmpty);
        return troubled;
    }

    private static List<Exposure> ordering(List<Exposure> exposures, Money order) {
        List<Exposure> with = new ArrayList<>();
        boolean isIn = false;
        for (Exposure exposure : exposures) {
            boolean same = exposure.currency().equals(order.currency());
            with.add(same ? exposure.with(order) : exposure);
            isIn |= same;
        }
        if (!isIn) {
            Money nothing = Money.zero(order.currency());
            with.add(new Exposure(null, nothing, nothing, order, nothing));
        }
        return with;
    }

    private List<Families.Member> up(long customerId) {
        Map<Long, Families.Member> family = new HashMap<>();
        families.of(customerId).forEach(member -> family.put(member.id(), member));
        List<Families.Member> up = new ArrayList<>();
        Families.Member next = family.get(customerId);
        while (next != null) {
            up.add(next);
            Long parent = next.parentId();
            next = parent == null ? null : family.get(parent);
        }
        return up;
    }
}
