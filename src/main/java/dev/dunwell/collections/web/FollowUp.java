package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.web.LogForm.Asked;
import org.jspecify.annotations.Nullable;

/** What a call leads to, by its outcome: a form that is opened at once, or work that was noted for later. */
final class FollowUp {

    private FollowUp() {}

    /** The page to go on with; null when the outcome asks for nothing at once, or for what the reader may not do. */
    static @Nullable String page(Caller caller, Asked asked) {
        String outcome = asked.kind() == LogKind.CALL ? asked.values().get("outcome") : null;
        String customer = "/customers/" + asked.customerId();
        return switch (outcome) {
            case "disputed", "invoice_error" ->
                open(
                        caller.may("POST /customers/{id}/disputes"),
                        customer + "?log=dispute" + (asked.from() == null ? "" : "&from=" + asked.from()) + "#log");
            case "wrong_person", "referred" ->
                open(caller.may("GET /customers/{id}/contacts/new"), customer + "/contacts/new");
            case "hardship" -> open(caller.may("GET /plans/new"), "/plans/new?customer=" + asked.customerId());
            case null, default -> null;
        };
    }

    private static @Nullable String open(boolean mayOpen, String page) {
        return mayOpen ? page : null;
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
