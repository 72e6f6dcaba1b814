package dev.dunwell.payments;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Warnings;
import dev.dunwell.web.Notice;
import dev.dunwell.web.Show;
import java.util.List;
import org.springframework.stereotype.Component;

/** While an account changes, every page says so: whoever did not ask for it can still take it back. */
@Component
class AccountWarnings implements Warnings {

    private static final String SETTINGS = "/settings/ways-to-pay";

    private final AccountChanges changes;

    AccountWarnings(AccountChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<Notice> of(Caller caller) {
        boolean mayLook = caller.may("GET " + SETTINGS);
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        return changes.open().stream()
                .map(change -> new Notice(text(change, show), mayLook ? "Look" : null, mayLook ? SETTINGS : null))
                .toList();
    }

    private static String text(AccountChange change, Show show) {
        String what = change.askedBy() + " asked for another bank account for "
                + change.account().currency().getCurrencyCode();
        return change.holdsFrom() == null
                ? what + ". It waits for a second person."
                : what + ", confirmed by " + change.confirmedBy() + ". Payers see it from "
                        + show.dayText(change.holdsFrom()) + " on.";
    }
}
