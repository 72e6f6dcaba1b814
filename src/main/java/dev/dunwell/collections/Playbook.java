package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All strategies of an organisation on one day, and whom each is for. Pure: says for a customer which one decides, and
 * why: its own, else the one of its first tag that has one, else the one for how it pays, else the organisation's.
 */
public final class Playbook {

    private final Map<Long, StrategyVersion> versions = new HashMap<>();
    private final Map<Long, StrategyVersion> inForce = new HashMap<>();
    private final Map<Long, Assignment> ofCustomers = new HashMap<>();
    private final Map<String, Assignment> ofSegments = new HashMap<>();
    private final Map<Conduct.Kind, Assignment> ofConducts = new EnumMap<>(Conduct.Kind.class);
    private final @Nullable Assignment ofAll;
    private final @Nullable LocalDate bookSince;
    private final LocalDate today;
    private final List<Assignment> assignments;

    /**
     * @param versions every version there ever was: items are under way that took steps of an old one
     * @param assignments those that count on the day
     * @param bookSince the day of the first money in the book, null when there is none
     */
    public Playbook(
            Collection<StrategyVersion> versions,
            Collection<Assignment> assignments,
            @Nullable LocalDate bookSince,
            LocalDate today) {
        this.bookSince = bookSince;
        this.today = today;
        this.assignments = List.copyOf(assignments);
        this.versions.put(StrategyVersion.SHIPPED.id(), StrategyVersion.SHIPPED);
        for (StrategyVersion version : versions) {
            this.versions.put(version.id(), version);
            if (!version.validFrom().isAfter(today)) {
                inForce.merge(version.strategyId(), version, (a, b) -> a.number() > b.number() ? a : b);
            }
        }
        Assignment everybody = null;
        for (Assignment each : assignments) {
            switch (each.scope()) {
                case CUSTOMER -> ofCustomers.put(Objects.requireNonNull(each.customerId()), each);
                case SEGMENT -> ofSegments.put(folded(each.subject()), each);
                case CONDUCT -> ofConducts.put(kind(each), each);
                case ORGANISATION -> everybody = each;
            }
        }
        this.ofAll = everybody;
    }

    /** Of an organisation without any: six stages for everybody. */
    public static Playbook shipped(LocalDate today) {
        return new Playbook(List.of(), List.of(), null, today);
    }

    /** The strategy that decides about a customer, and why. */
    public Choice choose(long customerId, Traits traits) {
        Choice own = by(ofCustomers.get(customerId), "");
        Choice segment = own == null ? ofSegment(traits.tags()) : own;
        Choice conduct = segment == null ? ofConduct(traits.conduct()) : segment;
        Choice organisation = conduct == null ? by(ofAll, "") : conduct;
        return organisation == null ? new Choice(StrategyVersion.SHIPPED, null, "") : organisation;
    }

    /** What holds of a customer's conduct on the day, the strongest first. */
    public List<Conduct.Finding> findings(Conduct conduct) {
        return conduct.findings(Conduct.USUAL, bookSince, today);
    }

    /** The same with one more version, in force if its day has come. */
    Playbook with(StrategyVersion version) {
        List<StrategyVersion> more = new ArrayList<>(versions.values());
        more.add(version);
        return new Playbook(more, assignments, bookSince, today);
    }

    /** The same with another choice, which stands before one for the same. */
    Playbook with(Assignment assignment) {
        List<Assignment> more = new ArrayList<>(assignments);
        more.add(assignment);
        return new Playbook(versions.values(), more, bookSince, today);
    }

    /** The same with one strategy for everybody, whatever was chosen. */
    Playbook forEverybody(long strategyId) {
        var everybody = new Assignment(0, Assignment.Scope.ORGANISATION, "", null, strategyId, today, "", "");
        return new Playbook(versions.values(), List.of(everybody), bookSince, today);
    }

    /** Every version in force or once in force, and the shipped one. */
    Collection<StrategyVersion> all() {
        return versions.values();
    }

    /** The version of a strategy that decides on the day; null when none does yet. */
    public @Nullable StrategyVersion inForce(long strategyId) {
        return inForce.get(strategyId);
    }

    /** An item as a strategy sees it: where it stands there, after the steps it took under another. */
    Situation seenBy(StrategyVersion now, Situation item) {
        long before = item.progress().versionId();
        if (before == now.id() || item.lastStep() == 0) {
            return item;
        }
        StrategyVersion then = versions.getOrDefault(before, StrategyVersion.SHIPPED);
        return item.standingAt(now.ladder().placeOf(then.ladder(), item.lastStep()));
    }

    private @Nullable Choice ofSegment(List<String> tags) {
        for (String tag : tags) {
            Choice choice = ofSegments.isEmpty() ? null : by(ofSegments.get(folded(tag)), "");
            if (choice != null) {
                return choice;
            }
        }
        return null;
    }

    private @Nullable Choice ofConduct(Conduct conduct) {
        if (ofConducts.isEmpty()) {
            return null;
        }
        for (Conduct.Finding finding : findings(conduct)) {
            Choice choice = by(ofConducts.get(finding.kind()), finding.evidence());
            if (choice != null) {
                return choice;
            }
        }
        return null;
    }

    /** Null when nothing is assigned, or when what is assigned has no version in force yet. */
    private @Nullable Choice by(@Nullable Assignment assignment, String evidence) {
        StrategyVersion version = assignment == null ? null : inForce.get(assignment.strategyId());
        return version == null ? null : new Choice(version, assignment, evidence);
    }

    private static Conduct.Kind kind(Assignment each) {
        return Conduct.Kind.valueOf(each.subject().toUpperCase(Locale.ROOT));
    }

    private static String folded(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }
}
