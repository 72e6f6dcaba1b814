package dev.dunwell.conversations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a mail to a colleague, who answers it; it stays unread until then. */
@Component
public class HandMail {

    private final ReceivedMails mails;
    private final People people;
    private final Audit audit;

    HandMail(ReceivedMails mails, People people, Audit audit) {
        this.mails = mails;
        this.people = people;
        this.audit = audit;
    }

    /** @param person the name of a member of the organisation, null to hand it to nobody */
    @Transactional
    public void hand(Caller caller, long mailId, @Nullable String person) {
        mails.lock(mailId);
        if (person != null
                && people.all().stream().noneMatch(each -> each.name().equals(person))) {
            throw BadInput.in("assignee", "Choose a colleague from the list.");
        }
        mails.assign(mailId, person, caller.actor());
        audit.write(caller.actor(), "mail.handed", "received_mail", mailId, Map.of("to", person == null ? "" : person));
    }
}
