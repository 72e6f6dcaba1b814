package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the house what did not leave, and of what nobody knows whether it did. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DepartureNews {

    private static final Actor POST = Actor.automation("mail out");

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    DepartureNews(JdbcClient db, ApplicationEventPublisher events, Audit audit) {
        this.db = db;
        this.events = events;
        this.audit = audit;
    }

    /**
     * @param moved the customer of each message that was moved; of the other changes nothing came
     * @param stuckBefore the messages that waited for a person until now
     */
    void tell(List<Change> changes, Map<Long, Long> moved, Set<Long> stuckBefore) {
        Set<Long> withdrawn = new HashSet<>();
        Set<Long> ofWithdrawn = new HashSet<>();
        Set<Long> ofStuck = new HashSet<>();
        for (Change change : changes) {
            Long customer = moved.get(change.id());
            if (customer != null) {
                State state = change.state();
                if (state == State.WITHDRAWN || state == State.RECALLED) {
                    withdrawn.add(change.id());
                    ofWithdrawn.add(customer);
                } else if (state == State.FAILED) {
                    events.publishEvent(
                            new MessageFailed(change.id(), customer, address(change.id()), change.detail()));
                } else if (state == State.UNKNOWN || stuckBefore.contains(change.id())) {
                    ofStuck.add(customer);
                }
            }
        }
        if (!withdrawn.isEmpty()) {
            events.publishEvent(new MessagesWithdrawn(Set.copyOf(withdrawn), Set.copyOf(ofWithdrawn)));
        }
        if (!ofStuck.isEmpty()) {
            events.publishEvent(new StuckMessagesChanged(ofStuck));
        }
        changes.stream()
                .filter(change -> change.state() == State.UNKNOWN && moved.containsKey(change.id()))
                .forEach(this::write);
    }

    /** Into the audit, so that open pages show it at once. */
    private void write(Change unknown) {
        audit.write(POST, "message.unknown", "message", unknown.id(), Map.of("why", unknown.detail()));
    }

    private String address(long id) {
        return db.sql("select to_address from message where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
