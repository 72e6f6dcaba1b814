package dev.dunwell.conversations;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.messaging.Mailbox;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person answers a mail, in their own words. It leaves through the outbox and may be recalled until then; the mail is
 * read with it. Refuses to answer a machine, a mail that is nobody's, and an address that is none.
 */
@Component
public class AnswerMail {

    private final ReceivedMails mails;
    private final Customers customers;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerMail(ReceivedMails mails, Customers customers, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.customers = customers;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** @return the id of the message */
    @Transactional
    public long answer(Caller caller, long mailId, String subject, String text) {
        ReceivedMails.Facts mail = mails.lock(mailId);
        Long customerId = mail.customerId();
        if (mail.writer() != Writer.PERSON) {
            throw Refusal.conflict("mail-of-a-machine", "A machine wrote this, and nobody there reads an answer.");
        } else if (customerId == null) {
            throw Refusal.conflict("mail-unassigned", "Say first whose mail it is; then it can be answered.");
        } else if (!Mailbox.isAddress(mail.fromAddress())) {
            throw Refusal.conflict("mail-without-sender", "It names no address that could be answered.");
        }
        Customer customer = customers.byId(customerId).orElseThrow(() -> new NotFound("customer"));
        long message = outbox.write(words(caller, mail, customer, subject, text), caller.actor());
        mails.note(mailId, "answered", caller.actor(), message);
        if (!mail.isSettled()) {
            mails.settle(mailId, caller.today(), caller.actor());
        }
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        return message;
    }

    private OwnWords words(Caller caller, ReceivedMails.Facts mail, Customer customer, String subject, String text) {
        Organisation here = caller.organisation();
        try {
            return new OwnWords(
                    customer.id(),
                    caller.today(),
                    here.locale().getLanguage(),
                    safe(mail.fromName()),
                    mail.fromAddress(),
                    subject.strip(),
                    text,
                    "<" + UUID.randomUUID() + "@dunwell.invalid>",
                    answered(mail.messageId()),
                    Map.of("customer", customer.name(), "customer_number", customer.number(), "numbers", List.of()),
                    clock.instant().plus(Duration.ofMinutes(here.recallMinutes())));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("text", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String answered(String messageId) {
        return messageId.isEmpty() ? null : messageId;
    }

    /** A name is the writer's choice; what has no place in a head is left out. */
    private static String safe(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ").strip();
    }
}
