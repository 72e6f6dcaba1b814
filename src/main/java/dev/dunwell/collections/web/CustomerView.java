package dev.dunwell.collections.web;

import dev.dunwell.collections.Worklist;
import dev.dunwell.ledger.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What collections/customer shows: the frame around the panels of one customer.
 *
 * @param ownerName who looks after it, null when nobody does
 * @param from the list one goes through, {@code today}, {@code mine} or {@code unassigned}; null when the customer was
 *     opened otherwise
 * @param place where it stands in that list, null when nobody is needed for it
 * @param log which form is open beside it
 * @param isAtWork whether it was opened to work on it, so that colleagues are told
 * @param kinds the forms that the reader may use
 * @param mayPutAside whether the reader may take its row off the list for today
 */
public record CustomerView(
        Customer customer,
        @Nullable String ownerName,
        @Nullable String from,
        Worklist.@Nullable Place place,
        LogKind log,
        boolean isAtWork,
        List<LogKind> kinds,
        boolean mayPutAside) {

    public String url() {
        return "/customers/" + customer.id();
    }

    /** What a link needs to stay in the list, to be put behind a question mark or an ampersand; may be empty. */
    public String fromParam() {
        return from == null ? "" : "from=" + from;
    }

    /** A link to the page with one form open. */
    public String logUrl(LogKind kind) {
        return url() + "?log=" + kind.code() + (from == null ? "" : "&from=" + from) + "#log";
    }

    /** The same form alone, to be put in the place of the one that is open. */
    public String logPanel(LogKind kind, boolean focus) {
        return LogView.url(customer.id(), kind, from) + (focus ? "&focus=true" : "");
    }

    public String rowUrl(long customerId) {
        return "/customers/" + customerId + (from == null ? "" : "?from=" + from);
    }

    /** The line below the name: number, language, owner, how its mail is decided. */
    public String line() {
        List<String> parts = new ArrayList<>();
        parts.add("customer " + customer.number());
        Locale language = customer.profile().language();
        if (language != null) {
            parts.add(language.getDisplayLanguage(Locale.ENGLISH));
        }
        if (customer.profile().terms() != null) {
            parts.add(customer.profile().terms().toString());
        }
        parts.add(ownerName == null ? "no owner" : "owner " + ownerName);
        parts.add(
                switch (customer.profile().contactMode()) {
                    case AUTOMATIC -> "reminded by itself";
                    case APPROVE -> "each mail approved";
                    case MANUAL -> "a person decides each contact";
                });
        return String.join(" · ", parts);
    }
}
