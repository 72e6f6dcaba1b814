package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer tonight, shared by all its open items.
 *
 * @param promise the running promise, which quiets the whole customer
 * @param hold on the whole customer
 * @param recipient who gets our mail, null when no contact has an address
 * @param bounced the address that last refused our mail, null when none did
 * @param lastContactOn of any mail by us before tonight, or person reached until today: what tonight's mail says must
 *     not change what was decided beside it
 * @param approvedTonight whether a person has let tonight's mail to this customer go
 * @param regard where the post reaches it, and whether it is to be spoken with gently
 * @param reach whether and how it may be reached
 * @param answers what they wrote back
 */
public record Party(
        ContactMode mode,
        @Nullable Promise promise,
        @Nullable Hold hold,
        @Nullable Recipient recipient,
        @Nullable String bounced,
        @Nullable LocalDate lastContactOn,
        boolean approvedTonight,
        Regard regard,
        Reach reach,
        Answers answers) {

    /** Somebody of whom nothing is known. */
    static final Party NOBODY = new Party(
            ContactMode.AUTOMATIC, null, null, null, null, null, false, Regard.NONE, Reach.UNKNOWN, Answers.NONE);

    /**
     * The same customer when its letters go to another. Promises stay its own; a stop of either holds, and whoever of
     * the two was written to last was written to.
     */
    Party answeredBy(Party payer) {
        return new Party(
                mode.compareTo(payer.mode) >= 0 ? mode : payer.mode,
                promise,
                hold == null || payer.hold != null && payer.hold.until.isAfter(hold.until) ? payer.hold : hold,
                payer.recipient,
                payer.bounced,
                lastContactOn == null || payer.lastContactOn != null && payer.lastContactOn.isAfter(lastContactOn)
                        ? payer.lastContactOn
                        : lastContactOn,
                approvedTonight || payer.approvedTonight,
                regard.answeredBy(payer.regard),
                reach.answeredBy(payer.reach),
                answers.with(payer.answers));
    }

    Party contactedOn(LocalDate day) {
        return new Party(mode, promise, hold, recipient, bounced, day, approvedTonight, regard, reach, answers);
    }

    /** The same the night after a letter of that day, which used up whatever yes there was. */
    Party writtenTo(LocalDate day, int points) {
        return new Party(
                mode, promise, hold, recipient, bounced, day, false, regard, reach.heard(day, points), answers);
    }

    Party approved() {
        return new Party(mode, promise, hold, recipient, bounced, lastContactOn, true, regard, reach, answers);
    }

    Party with(Reach reach) {
        return new Party(
                mode, promise, hold, recipient, bounced, lastContactOn, approvedTonight, regard, reach, answers);
    }

    /** Whether its mail reaches nobody, so that a letter has to go by post. */
    boolean isReachedByPostOnly() {
        return regard.postal() != null && (recipient == null || recipient.email.equalsIgnoreCase(bounced));
    }

    /** Money promised; {@code until} is the last day it is waited for, grace included. */
    public record Promise(Money amount, LocalDate until) {}

    /** A dated stop; {@code until} is its last day. */
    public record Hold(LocalDate until, String reason) {}

    /** Who gets our mail. */
    public record Recipient(String name, String email) {}
}
