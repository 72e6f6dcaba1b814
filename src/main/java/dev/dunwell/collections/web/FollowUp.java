package dev.dunwell.collections.web;

import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.web.LogForm.Asked;
import org.jspecify.annotations.Nullable;

/** What a call leads to, by its outcome: a form that is opened at once, or work that was noted for later. */
final class FollowUp {

    private FollowUp() {}

    /** The page to go on with; null when the outcome asks for nothing at once. */
    static @Nullable String page(Asked asked) {
        String outcome = asked.kind() == LogKind.CALL ? asked.values().get("outcome") : null;
        String customer = "/customers/" + asked.customerId();
        return switch (outcome) {
            case "disputed", "invoice_error" ->
                customer + "?log=dispute" + (asked.from() == null ? "" : "&from=" + asked.from()) + "#log";
            case "wrong_person", "referred" -> customer + "/contacts/new";
            case "hardship" -> "/plans/new?customer=" + asked.customerId();
            case null, default -> null;
        };
    }

    /** What to say of it besides that the call was written down. */
    static String words(LogContact.Contact contact) {
        return switch (contact.outcome()) {
            case "promised" -> " The promise counts from now on.";
            case "disputed", "invoice_error" -> " Say what they dispute.";
            case "wrong_person", "referred" -> " Say who the right person is.";
            case "hardship" -> " Offer them a plan, or leave it at the call.";
            case "needs_copy", "needs_po", "says_paid" -> " What they wait for is on your list for tomorrow.";
            case null, default -> "";
        };
    }
}
