package dev.dunwell.cases;

import dev.dunwell.collections.ContactLogged;
import dev.dunwell.collections.LogContact;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a call leaves for us to do becomes a question that waits for its answer: a copy, an order number, a payment to
 * look for. Until it is done the customer, or the only invoice the call was about, is left in peace.
 */
@Component
class ContactFollowUps {

    private static final Map<String, String> ASKED = Map.of(
            "needs_copy", "Needs a copy of the invoice.",
            "needs_po", "Needs a purchase order number on the invoice.",
            "says_paid", "Says that it is paid; look for the money.");

    private final AskQuestion askQuestion;

    ContactFollowUps(AskQuestion askQuestion) {
        this.askQuestion = askQuestion;
    }

    @EventListener
    void on(ContactLogged event) {
        LogContact.Contact contact = event.contact();
        String asked = contact.outcome() == null ? null : ASKED.get(contact.outcome());
        if (asked != null) {
            String text = contact.body().isBlank()
                    ? asked
                    : asked + " " + contact.body().strip();
            Long invoice =
                    contact.invoiceIds().size() == 1 ? contact.invoiceIds().getFirst() : null;
            askQuestion.ask(
                    event.caller(), new AskQuestion.Wanted(contact.customerId(), invoice, "", text, null, null));
        }
    }
}
