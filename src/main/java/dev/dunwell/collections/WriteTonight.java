package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.GoTogether;
import dev.dunwell.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Plans tonight's messages, one for each mailing with a step to take, and takes their steps; in the caller's
 * transaction. A customer who has tonight's message already gets no second one, and takes no step.
 */
@Component
class WriteTonight {

    private final Outbox outbox;
    private final GoTogether goTogether;
    private final StepsTaken steps;
    private final Clock clock;

    WriteTonight(Outbox outbox, GoTogether goTogether, StepsTaken steps, Clock clock) {
        this.outbox = outbox;
        this.goTogether = goTogether;
        this.steps = steps;
        this.clock = clock;
    }

    /** @return the customers to whom a message was written */
    Set<Long> write(Organisation organisation, LocalDate today, List<Mailing.Decided> all) {
        List<Mailing.Decided> mail = all.stream()
                .map(decided -> decided.where(verdict -> verdict.isSending(today)))
                .filter(sending -> !sending.isEmpty())
                .toList();
        Instant leaveAt = organisation.isSimulated()
                ? clock.instant()
                : clock.instant().plus(Duration.ofMinutes(organisation.recallMinutes()));
        var correspondence = new Correspondence(organisation, today, leaveAt);
        List<Draft> drafts = mail.stream().map(correspondence::draft).toList();
        Map<Long, Long> planned = outbox.plan(drafts);
        goTogether.choose(organisation, drafts, planned);
        List<StepsTaken.Taken> taken = new ArrayList<>();
        LocalDate deadlineOn = Strategy.deadlineOf(today, organisation.calendar());
        for (int i = 0; i < mail.size(); i++) {
            String way = drafts.get(i).way().code();
            Long message = planned.get(drafts.get(i).customerId());
            if (message != null) {
                mail.get(i).verdicts().forEach(v -> taken.add(StepsTaken.Taken.written(v, way, message, deadlineOn)));
            }
        }
        steps.write(taken, today);
        return planned.keySet();
    }
}
