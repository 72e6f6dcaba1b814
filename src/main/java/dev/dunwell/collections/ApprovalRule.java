package dev.dunwell.collections;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may say yes or no to a mail that waits. A credit manager always; a collector for the customers they look after,
 * as long as what the mail asks for is not more than an amount. Pure.
 *
 * @param collectorUpTo in the organisation's currency; null when only credit managers decide
 */
public record ApprovalRule(@Nullable Money collectorUpTo) {

    /** What holds until somebody says otherwise. */
    public static final ApprovalRule MANAGERS_ONLY = new ApprovalRule(null);

    /** The route that only those may use who decide everything. */
    static final String DECIDES_ALL = "POST /run/approvals";

    /** Why this person may not decide about this mail; null when they may. */
    public @Nullable String refusal(Caller caller, Approvals.Waiting mail) {
        if (caller.may(DECIDES_ALL)) {
            return null;
        } else if (collectorUpTo == null) {
            return "A credit manager decides about the mail to " + mail.name() + ".";
        } else if (caller.personId() == null || !Objects.equals(caller.personId(), mail.ownerId())) {
            return mail.name() + " is looked after by somebody else; they or a credit manager decide.";
        } else if (!isWithin(mail, collectorUpTo)) {
            return "The mail to " + mail.name() + " asks for more than " + collectorUpTo.inWords()
                    + ", or in another currency; a credit manager decides.";
        } else {
            return null;
        }
    }

    /** Amounts of another currency are never within: no rate is sure enough to decide by. */
    private static boolean isWithin(Approvals.Waiting mail, Money most) {
        return mail.amounts().stream()
                .allMatch(amount -> amount.currency().equals(most.currency()) && amount.compareTo(most) <= 0);
    }

    /** The rule for people. */
    public String sentence() {
        return collectorUpTo == null
                ? "A credit manager decides."
                : "Collectors decide for the customers they look after, up to %s; a credit manager decides the rest."
                        .formatted(collectorUpTo.inWords());
    }
}
