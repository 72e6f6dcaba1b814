package dev.dunwell.collections.web;

import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Holds;
import dev.dunwell.collections.Promises;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customer.ContactRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What collections/agreements shows: what runs between us and a customer, and who decides about its mail.
 *
 * @param running promises that are awaited
 * @param judged promises whose day has passed, newest first
 * @param holds that run today
 * @param from the list one goes through, null when there is none
 * @param mayWork whether to offer to end them
 */
public record AgreementsView(
        Customer customer,
        List<Promises.Promise> running,
        List<Promises.Promise> judged,
        List<Holds.Hold> holds,
        List<Disputes.Dispute> disputes,
        @Nullable String from,
        boolean mayWork) {

    private static final int SHOWN = 3;

    public boolean isEmpty() {
        return running.isEmpty() && holds.isEmpty() && disputes.isEmpty();
    }

    public List<Promises.Promise> lastJudged() {
        return judged.subList(0, Math.min(SHOWN, judged.size()));
    }

    public long kept() {
        return judged.stream().filter(promise -> promise.state().equals("kept")).count();
    }

    public String url() {
        return "/customers/" + customer.id();
    }

    public ContactRule rule() {
        return customer.profile().contactMode();
    }
}
