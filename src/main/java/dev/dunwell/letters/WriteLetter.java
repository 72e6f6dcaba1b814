package dev.dunwell.letters;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.ComposeLetter;
import dev.dunwell.collections.ValuedCustomers;
import dev.dunwell.ledger.PostalAddress;
import dev.dunwell.ledger.PostalAddresses;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.EnclosedFiles;
import dev.dunwell.messaging.Enclosure;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Messages;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters on paper by a person's own decision: one to a customer about all that can be asked for, or a planned mail
 * printed instead. Refuses a customer without a postal address, a second letter on paper on the same day, and a firm
 * one to a valuable customer by anybody who may not approve it.
 */
@Component
public class WriteLetter {

    private static final Set<String> FIRM = Set.of("firm", "firm-again", "final-notice");

    private final ComposeLetter composeLetter;
    private final ValuedCustomers valued;
    private final PostalAddresses addresses;
    private final Messages messages;
    private final EnclosedFiles files;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WriteLetter(
            ComposeLetter composeLetter,
            ValuedCustomers valued,
            PostalAddresses addresses,
            Messages messages,
            EnclosedFiles files,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.composeLetter = composeLetter;
        this.valued = valued;
        this.addresses = addresses;
        this.messages = messages;
        this.files = files;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the id of the message, which waits to be printed */
    @Transactional
    public long write(Caller caller, long customerId, String template, Tone tone) {
        TextKey.letter(template, "en", tone);
        Draft draft = composeLetter
                .of(caller.organisation(), caller.today(), customerId, template, tone)
                .orElseThrow(() -> Refusal.because(
                        "nothing-to-ask-for",
                        "Nothing can be asked of this customer today: what is open is disputed, promised or held."));
        boolean isFirm = tone == Tone.FIRM || FIRM.contains(template);
        if (isFirm && valued.of(draft.customerId()).isPresent() && !caller.may("POST /run/approvals")) {
            throw Refusal.because(
                    "firm-to-valued",
                    "This customer is marked as valuable: a firm letter needs somebody who may approve it.");
        }
        Draft paper = draft.onPaper(draft.toName(), address(draft.customerId())).leavingAt(clock.instant());
        Long id = outbox.plan(List.of(paper)).get(draft.customerId());
        if (id == null) {
            throw Refusal.conflict(
                    "letter-of-today", "There is a letter on paper of today to this customer; recall it first.");
        }
        audit.write(
                caller.actor(),
                "letter.written",
                "customer",
                draft.customerId(),
                Map.of("message", id, "template", template, "tone", tone.code()));
        return id;
    }

    /** Prints a mail instead of sending it: the letter, or the papers that were to go along with a person's words. */
    @Transactional
    public void instead(Caller caller, long messageId) {
        Message message = messages.one(messageId);
        boolean isLetter = Letters.TEMPLATES.contains(message.template());
        if (!isLetter
                && files.of(List.of(messageId)).getOrDefault(messageId, List.of()).stream()
                        .noneMatch(Enclosure::isPdf)) {
            throw Refusal.because(
                    "not-for-paper",
                    "These words have nothing with them that could be printed: they can only go by mail.");
        }
        outbox.onPaper(messageId, message.toName(), address(message.customerId()), caller.actor());
    }

    private String address(long customerId) {
        return addresses
                .of(customerId)
                .map(PostalAddress::lines)
                .orElseThrow(() -> Refusal.because(
                        "no-postal-address",
                        "No postal address is known: put it on the customer’s page, under Letters by post."));
    }
}
