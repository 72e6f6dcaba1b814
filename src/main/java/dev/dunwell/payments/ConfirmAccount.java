package dev.dunwell.payments;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second person says yes to another account, or anybody who may takes the change back; and how long a change cools.
 * Whoever asked cannot say yes while somebody else could. Where nobody else can, the same person does, and the change
 * cools twice as long.
 */
@Component
public class ConfirmAccount {

    private static final int LONGEST_COOLING = 30;

    private final AccountChanges changes;
    private final Audit audit;

    ConfirmAccount(AccountChanges changes, Audit audit) {
        this.changes = changes;
        this.audit = audit;
    }

    /** @return the first day on which payers see the account */
    @Transactional
    public LocalDate confirm(Caller caller, long changeId) {
        AccountChange change = change(changeId);
        boolean isSame = Objects.equals(caller.personId(), change.askedByPerson());
        if (isSame && changes.others(change.askedByPerson()) > 0) {
            throw Refusal.because("same-person", "Somebody else has to say yes to the account that you asked for.");
        }
        int days = changes.coolingDays() * (isSame ? 2 : 1);
        LocalDate from = caller.today().plusDays(days);
        if (!changes.confirm(changeId, caller.today(), caller.actor().name(), from)) {
            throw Refusal.conflict("confirmed", "Somebody has said yes already.");
        }
        audit.write(
                caller.actor(),
                "bank-account.confirmed",
                "organisation",
                null,
                Map.of("number", change.account().number(), "holdsFrom", from.toString(), "alone", isSame));
        return from;
    }

    /** The account that holds stays. */
    @Transactional
    public void takeBack(Caller caller, long changeId) {
        AccountChange change = change(changeId);
        if (!changes.close(changeId, caller.today(), caller.actor().name())) {
            throw Refusal.conflict("closed", "The change was taken back or holds already.");
        }
        audit.write(
                caller.actor(),
                "bank-account.taken-back",
                "organisation",
                null,
                Map.of("number", change.account().number()));
    }

    /** @param days 1 to 30; holds for changes that are confirmed from now on */
    @Transactional
    public void coolFor(Caller caller, int days) {
        if (days < 1 || days > LONGEST_COOLING) {
            throw BadInput.in("days", "Give the days as a number from 1 to 30.");
        }
        changes.coolFor(days);
        audit.write(caller.actor(), "bank-account.cooling", "organisation", null, Map.of("days", days));
    }

    private AccountChange change(long id) {
        return changes.open().stream()
                .filter(change -> change.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("change"));
    }
}
