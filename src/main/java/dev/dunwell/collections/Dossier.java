package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one customer on one day: who they are, what was agreed, what is open and how they stood before.
 *
 * @param language of the person written to, else of the customer; null when neither says
 * @param callee whom to ask for on the telephone, also where mail to that person comes back
 * @param promisedFor the day of the running promise, without grace
 * @param judged the last promise that was judged from cash, null when there was none
 * @param failedTo the address of a message that failed or is unconfirmed and waits for a person
 * @param fingerprint of the customer's stored standing, null when there is none
 * @param traits what its strategy is chosen by
 */
record Dossier(
        long customerId,
        String number,
        String name,
        @Nullable String language,
        @Nullable Long ownerId,
        Party party,
        @Nullable Callee callee,
        @Nullable LocalDate promisedFor,
        @Nullable JudgedPromise judged,
        @Nullable LastContact lastContact,
        @Nullable String failedTo,
        List<Credit> credits,
        List<OpenCase> items,
        @Nullable Long fingerprint,
        Traits traits) {

    /** Whether somebody wrote or spoke to them on that day. */
    boolean isContactedOn(LocalDate day) {
        return lastContact != null && lastContact.on().equals(day);
    }

    /** Whether our last contact is a message of that day. */
    boolean isWrittenToOn(LocalDate day) {
        return lastContact != null
                && lastContact.on().equals(day)
                && lastContact.kind().equals("mail out");
    }

    /** The same customer after a message was written; whom somebody spoke with today stays spoken with. */
    Dossier writtenToOn(LocalDate day) {
        return isContactedOn(day) ? this : withLastContact(new LastContact(day, "mail out", ""));
    }

    private Dossier withLastContact(LastContact contact) {
        return with(party, callee, contact, failedTo, items);
    }

    /** The same customer when another answers for it: that one's people are written to and called. */
    Dossier answeredBy(Dossier payer) {
        Party answering = party.answeredBy(payer.party);
        return with(
                answering,
                payer.callee,
                later(lastContact, payer.lastContact),
                payer.failedTo == null ? failedTo : payer.failedTo,
                items.stream().map(item -> item.with(answering)).toList());
    }

    private static @Nullable LastContact later(@Nullable LastContact own, @Nullable LastContact other) {
        return own == null || other != null && !other.on.isBefore(own.on) ? other : own;
    }

    /** The same customer, known like that and owing this. */
    Dossier with(Party party, List<OpenCase> items) {
        return with(party, callee, lastContact, failedTo, items);
    }

    private Dossier with(
            Party party,
            @Nullable Callee callee,
            @Nullable LastContact contact,
            @Nullable String failedTo,
            List<OpenCase> items) {
        return new Dossier(
                customerId,
                number,
                name,
                language,
                ownerId,
                party,
                callee,
                promisedFor,
                judged,
                contact,
                failedTo,
                credits,
                items,
                fingerprint,
                traits);
    }

    /** A person of the customer's. */
    record Callee(String name, @Nullable String phone) {}

    /** A promise whose day has passed, and what became of it. */
    record JudgedPromise(Money amount, LocalDate dueOn, LocalDate judgedOn, boolean isKept) {}

    /** When we last wrote or spoke to them, and who did. */
    record LastContact(LocalDate on, String kind, String by) {}

    /** A credit note, or money without a number, that is not yet used. */
    record Credit(String number, Money open) {}
}
