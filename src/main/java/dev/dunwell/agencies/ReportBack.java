package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.agencies.AgencyEntry.Kind;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agency did with an account, by its own people: it stands on the customer's timeline under their name. A
 * payment they report is no money in the book until it arrives.
 */
@Component
public class ReportBack {

    private final PlacedAccounts accounts;
    private final AgencyEntries entries;
    private final Audit audit;

    ReportBack(PlacedAccounts accounts, AgencyEntries entries, Audit audit) {
        this.accounts = accounts;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * What happened.
     *
     * @param kind contact, promise, payment or note
     * @param amount in the account's currency; needed for a promise and a payment
     * @param dueOn the day promised; needed for a promise
     */
    public record Told(
            String kind,
            String body,
            @Nullable Money amount,
            @Nullable LocalDate dueOn) {}

    /** @return the entry's id; refuses an account that is not placed with the caller's agency as if there were none */
    @Transactional
    public long report(Caller caller, long placementId, Told told) {
        PlacedAccount account = accounts.one(caller, placementId);
        Kind kind = Kind.read(told.kind)
                .filter(each -> each != Kind.COMPLAINT)
                .orElseThrow(() -> BadInput.in("kind", "Choose contact, promise, payment or note."));
        check(kind, told, caller.today());
        long id = entries.insert(
                placementId,
                new AgencyEntries.Wanted(kind, told.body, told.amount, told.dueOn),
                caller.today(),
                caller.actor().name() + ", " + account.agency());
        audit.write(
                caller.actor(),
                "agency.reported",
                "customer",
                account.customerId(),
                Map.of("entry", id, "placement", placementId, "kind", kind.code()));
        return id;
    }

    private static void check(Kind kind, Told told, LocalDate today) {
        if (told.body.isBlank()) {
            throw BadInput.in("body", "Say what happened.");
        } else if ((kind == Kind.PROMISE || kind == Kind.PAYMENT) && told.amount == null) {
            throw BadInput.in("amount", "Give the amount.");
        } else if (kind == Kind.PROMISE && (told.dueOn == null || told.dueOn.isBefore(today))) {
            throw BadInput.in("dueOn", "Give the day they promised, today or later.");
        }
    }
}
