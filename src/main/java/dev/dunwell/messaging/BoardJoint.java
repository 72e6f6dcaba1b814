package dev.dunwell.messaging;

import dev.dunwell.access.InTurn;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.messaging.JointMail.Section;
import dev.dunwell.messaging.JointMails.Due;
import dev.dunwell.messaging.JointMails.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what several vendors have written to one payer, each behind its own wall: asks its guards once more, writes its
 * letter, and leaves out what may not leave. Whoever no longer wishes one mail gets theirs alone; what comes too late
 * for the mail of its day, or too often, waits for the next.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BoardJoint {

    private final JdbcClient db;
    private final JointMails jointMails;
    private final JointSettings settings;
    private final GoTogether goTogether;
    private final MessageIds messageIds;
    private final Departures departures;
    private final Embark embark;
    private final Organisations organisations;
    private final InTurn inTurn;

    BoardJoint(
            JdbcClient db,
            JointMails jointMails,
            JointSettings settings,
            GoTogether goTogether,
            MessageIds messageIds,
            Departures departures,
            Embark embark,
            Organisations organisations,
            InTurn inTurn) {
        this.db = db;
        this.jointMails = jointMails;
        this.settings = settings;
        this.goTogether = goTogether;
        this.messageIds = messageIds;
        this.departures = departures;
        this.embark = embark;
        this.organisations = organisations;
        this.inTurn = inTurn;
    }

    /**
     * What was found due.
     *
     * @param mail null when nothing of it may leave now
     */
    record Boarded(Mode mode, @Nullable JointMail mail) {}

    /**
     * The mail of the payer who has waited longest; empty when nothing is due.
     *
     * @param besides whom to leave for later
     * @param whose told who it is before anything is done, so that a failure has a name
     */
    Optional<Boarded> next(List<Mode> modes, Collection<String> besides, Instant now, Consumer<String> whose) {
        List<Due> due = jointMails.due(now, modes, besides);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Due first = due.getFirst();
        whose.accept(first.address());
        Map<Integer, List<Long>> wished = wished(due);
        String name = messageIds.of(0, "joint/" + first.address() + "/" + first.on() + "/" + first.mode());
        UUID fence = UUID.randomUUID();
        if (wished.isEmpty()) {
            return Optional.of(new Boarded(first.mode(), null));
        } else if (!jointMails.mayReach(first.address(), first.on(), settings.points())
                || !jointMails.claim(first, name, fence)) {
            wished.forEach((organisation, ids) -> inTurn.in(organisation, () -> putOff(first, ids, now)));
            return Optional.of(new Boarded(first.mode(), null));
        }
        List<Section> sections = new ArrayList<>();
        wished.forEach((organisation, ids) -> sections.addAll(inTurn.in(organisation, () -> board(ids, now))));
        sections.sort(Comparator.comparing(Section::vendor).thenComparing(Section::organisation));
        var mail = new JointMail(name, fence, sections);
        jointMails.become(fence, "claimed", mail.parts(), null);
        return Optional.of(new Boarded(first.mode(), sections.isEmpty() ? null : mail));
    }

    /** By organisation; what its reader or its vendor does not want to go along any more leaves alone from now on. */
    private Map<Integer, List<Long>> wished(List<Due> due) {
        Map<Integer, List<Long>> all = due.stream()
                .collect(Collectors.groupingBy(
                        Due::organisation, TreeMap::new, Collectors.mapping(Due::messageId, Collectors.toList())));
        String address = due.getFirst().address();
        all.entrySet()
                .removeIf(entry -> inTurn.in(entry.getKey(), () -> {
                    boolean isWished = jointMails.wishes(List.of(address)).containsKey(address);
                    if (!isWished) {
                        leaveAlone(entry.getValue());
                    }
                    return !isWished;
                }));
        return all;
    }

    private void leaveAlone(List<Long> ids) {
        db.sql("update message set joint_on = null, detail = null where org_id = current_org() and id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private int putOff(Due due, List<Long> ids, Instant now) {
        JointDays days =
                Objects.requireNonNull(jointMails.wishes(List.of(due.address())).get(due.address()));
        var joining = new Joining(Map.of(), settings, organisations.current().isSimulated());
        Joining.Choice next = joining.after(due.address(), due.on(), now, days);
        goTogether.keep(ids.stream().map(id -> new GoTogether.Chosen(id, next)).toList());
        return ids.size();
    }

    private List<Section> board(List<Long> ids, Instant now) {
        Organisation organisation = organisations.current();
        return embark.these(organisation, locked(ids, now), now).departures().stream()
                .map(departure -> new Section(organisation.id(), organisation.name(), departure))
                .toList();
    }

    private List<DueMessage> locked(List<Long> ids, Instant now) {
        return db.sql("""
            select *
            from message
            where id = any (:ids) and channel = 'mail' and state in ('planned', 'retry') and leave_at <= :now and joint_on is not null
            order by id
            for update skip locked
            """)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Departures.at(now))
                .query(departures::message)
                .list();
    }
}
