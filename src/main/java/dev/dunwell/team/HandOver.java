package dev.dunwell.team;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives accounts to a person, or to nobody. Who had each of them, who gave it and why is kept; a customer who has that
 * person already is left as it is. Refuses a person who does not work here and a reason of more than 300 letters.
 */
@Component
public class HandOver {

    static final int LONGEST_REASON = 300;

    private final Handovers handovers;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HandOver(Handovers handovers, People people, Audit audit, ApplicationEventPublisher events) {
        this.handovers = handovers;
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param personId null when nobody is to look after them
     * @return how many accounts changed hands
     */
    @Transactional
    public int accounts(Caller caller, Collection<Long> customerIds, @Nullable Long personId, String reason) {
        Map<String, Object> detail = detail(people, personId, reason);
        List<Long> changed = handovers.accounts(caller, customerIds, personId, reason.strip());
        if (!changed.isEmpty()) {
            events.publishEvent(new AccountsHandedOver(Set.copyOf(changed)));
            detail.put("customers", changed.size());
            audit.write(
                    caller.actor(),
                    "account.handed-over",
                    "customer",
                    changed.size() == 1 ? changed.getFirst() : null,
                    detail);
        }
        return changed.size();
    }

    /** What the audit tells; refuses who does not work here and what is too long. */
    static Map<String, Object> detail(People people, @Nullable Long personId, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw BadInput.in("reason", "Shorten the reason to 300 letters.");
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("to", personId == null ? "nobody" : person(people, personId).name());
        detail.put("reason", reason.strip());
        return detail;
    }

    private static Person person(People people, long id) {
        try {
            return people.get(id);
        } catch (NotFound _) {
            throw BadInput.in("person", "Choose somebody who works here.");
        }
    }
}
