package dev.dunwell.messaging;

import dev.dunwell.access.InTurn;
import dev.dunwell.messaging.JointMail.Section;
import dev.dunwell.messaging.JointMails.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a joint mail over, at most once. At the last moment each vendor's guards are asked again: when one keeps its
 * part back, the mail is written anew without it; when none is left, nothing leaves. That it leaves is one transaction
 * for all, and so is what became of it, so that no vendor's message tells another story than the mail.
 */
@Component
class CarryJoint {

    private static final String KEPT_BACK = "It was kept back just before it left.";

    private final JointMails jointMails;
    private final Embark embark;
    private final Departures departures;
    private final StillSending stillSending;
    private final InTurn inTurn;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CarryJoint(
            JointMails jointMails,
            Embark embark,
            Departures departures,
            StillSending stillSending,
            InTurn inTurn,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jointMails = jointMails;
        this.embark = embark;
        this.departures = departures;
        this.stillSending = stillSending;
        this.inTurn = inTurn;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param written the mail for what is left of it
     * @return how it went; null when nothing of it was left to send
     */
    @Nullable
    Handover carry(JointMail mail, MailTransport transport, Function<JointMail, OutgoingMail> written) {
        JointMail left = mail;
        while (!left.sections().isEmpty()) {
            var look = new Look(left);
            OutgoingMail words = written.apply(left);
            Handover handover = during(left, 0, () -> transport.hand(words, look::mayLeave));
            if (!look.isKeptBack) {
                settle(left, handover);
                return handover;
            } else if (look.left.sections().size() == left.sections().size()) {
                throw new IllegalStateException(
                        "The last look at a joint mail failed; it waits until its lease runs out.");
            }
            left = look.left;
        }
        transaction.executeWithoutResult(_ -> jointMails.become(mail.fence(), "claimed", List.of(), null));
        return null;
    }

    /** Says for each part that it is still being sent. */
    private Handover during(JointMail mail, int part, Supplier<Handover> handing) {
        if (part == mail.sections().size()) {
            return handing.get();
        }
        Section section = mail.sections().get(part);
        return stillSending.during(
                section.organisation(), section.messageId(), mail.fence(), () -> during(mail, part + 1, handing));
    }

    /** Remembers what the guards left of the mail; the transport cannot tell. */
    private final class Look {
        private final JointMail asked;
        private JointMail left;
        private boolean isKeptBack;

        Look(JointMail asked) {
            this.asked = asked;
            this.left = asked;
        }

        boolean mayLeave() {
            isKeptBack = true; // also when the question fails: it has not left
            left = asked.of(notStopped(asked));
            if (left.sections().size() == asked.sections().size()) {
                left = asked.of(begun(asked));
                isKeptBack = left.sections().size() < asked.sections().size();
            }
            return !isKeptBack;
        }
    }

    private Set<Part> notStopped(JointMail mail) {
        return Objects.requireNonNull(transaction.execute(_ -> each(mail, (sections, now) -> {
            List<Long> ids = ids(sections);
            Map<Long, SendHours.Wait> early = embark.notYet(ids, now);
            List<Change> back = sections.stream()
                    .filter(section -> early.containsKey(section.messageId()))
                    .map(section -> Change.waiting(
                            section.departure().message(), Objects.requireNonNull(early.get(section.messageId()))))
                    .toList();
            departures.change(back, mail.fence(), now);
            Set<Long> on = new HashSet<>(ids);
            on.removeAll(early.keySet());
            on.removeAll(embark.withdraw(Way.MAIL, on, mail.fence(), now).keySet());
            return on;
        })));
    }

    /** All of them, or none: those that could not are put back, and the mail is written anew without them. */
    private Set<Part> begun(JointMail mail) {
        Set<Part> begun = Objects.requireNonNull(transaction.execute(status -> {
            Set<Part> parts = each(mail, (sections, now) -> departures.begin(ids(sections), mail.fence(), now));
            boolean isOurs = jointMails.become(mail.fence(), "sending", mail.parts(), null);
            if (!isOurs || parts.size() < mail.sections().size()) {
                status.setRollbackOnly();
            }
            return isOurs ? parts : Set.of();
        }));
        if (begun.size() < mail.sections().size()) {
            transaction.executeWithoutResult(_ -> each(mail, (sections, now) -> {
                departures.change(
                        sections.stream()
                                .filter(section -> !begun.contains(section.part()))
                                .map(section -> back(section, now))
                                .toList(),
                        mail.fence(),
                        now);
                return Set.of();
            }));
        }
        return begun;
    }

    private static Change back(Section section, Instant now) {
        return new Sending(section.departure(), now, Map.of()).back(KEPT_BACK);
    }

    private void settle(JointMail mail, Handover handover) {
        String state = switch (handover) {
            case Handover.Sent _ -> "sent";
            case Handover.NotSent _ -> "retry";
            case Handover.Refused _ -> "failed";
            case Handover.Unknown _ -> "unknown";
        };
        transaction.executeWithoutResult(_ -> {
            each(mail, (sections, now) -> {
                departures.change(
                        sections.stream()
                                .map(section -> Change.after(
                                        handover,
                                        section.messageId(),
                                        section.departure().message().tries(),
                                        now))
                                .toList(),
                        mail.fence(),
                        now);
                return Set.of();
            });
            jointMails.become(mail.fence(), state, mail.parts(), null);
        });
    }

    /** Asks something of each vendor, behind its own wall; the parts that it names. */
    private Set<Part> each(JointMail mail, BiFunction<List<Section>, Instant, Set<Long>> asked) {
        Instant now = clock.instant();
        List<Part> parts = new ArrayList<>();
        mail.byOrganisation()
                .forEach((organisation, sections) -> inTurn.in(organisation, () -> asked.apply(sections, now))
                        .forEach(id -> parts.add(new Part(organisation, id))));
        return new HashSet<>(parts);
    }

    private static List<Long> ids(Collection<Section> sections) {
        return sections.stream().map(Section::messageId).toList();
    }
}
