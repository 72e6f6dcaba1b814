package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.CALL;
import static dev.dunwell.collections.Channel.LETTER;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PORTAL;
import static dev.dunwell.collections.Channel.SMS;
import static dev.dunwell.collections.ReasonCode.ADDRESS_BOUNCED;
import static dev.dunwell.collections.ReasonCode.APPROVAL_PENDING;
import static dev.dunwell.collections.ReasonCode.COOL_DOWN;
import static dev.dunwell.collections.ReasonCode.NO_CONTACT;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The questions asked only when a step is due, of the channels where they make sense.
 *
 * <p>A call needs neither address nor approval, and a person knows what day it is; a proposal reaches no customer and
 * is asked nothing. What lasts comes before what passes: otherwise a step that waits for an address or an approval
 * would change its reason every weekend.
 */
record OccasionRules(int cooldownDays) {

    private static final Set<Channel> WRITTEN = EnumSet.of(MAIL, LETTER, PORTAL, SMS);
    private static final Set<Channel> REACHING = EnumSet.of(MAIL, LETTER, PORTAL, SMS, CALL);

    /** What lasts. */
    List<Rule> lasting() {
        return List.of(
                Rule.occasion(NO_CONTACT, "Is there no valid contact?", Set.of(MAIL, LETTER, SMS), this::noContact),
                Rule.occasion(ADDRESS_BOUNCED, "Did the address bounce?", Set.of(MAIL), this::addressBounced),
                Rule.occasion(COOL_DOWN, "Contacted within cool-down?", REACHING, this::coolDown),
                Rule.occasion(APPROVAL_PENDING, "Is approval pending?", WRITTEN, this::approvalPending));
    }

    private Answer noContact(Situation s, DueStep due, LocalDate today) {
        Party.Recipient recipient = s.party().recipient();
        String bounced = s.party().bounced();
        if (due.step().channel() == SMS) {
            Reach.Mobile mobile = s.party().reach().mobile();
            return mobile == null || mobile.wantsNone()
                    ? new Stop("No contact of the customer has a number for text messages.", weekly(due, today))
                    : new Pass(() -> mobile.name() + ", " + mobile.number());
        } else if (due.step().channel() == LETTER) {
            return s.party().regard().postal() == null
                    ? new Stop("No postal address of the customer is known.", weekly(due, today))
                    : new Pass(() -> "a letter goes by post");
        } else if (recipient != null) {
            return new Pass(() -> recipient.name() + ", " + recipient.email());
        } else if (s.party().isReachedByPostOnly()) {
            return new Pass(() -> "no e-mail address; a letter goes by post");
        } else if (bounced != null) {
            return new Pass(() -> "only " + bounced);
        } else {
            return new Stop("No contact of the customer has an e-mail address.", weekly(due, today));
        }
    }

    private Answer addressBounced(Situation s, DueStep due, LocalDate today) {
        Party.Recipient recipient = s.party().recipient();
        String bounced = s.party().bounced();
        if (bounced == null) {
            return new Pass(() -> "no bounce on file");
        } else if (s.party().isReachedByPostOnly()) {
            return new Pass(() -> bounced + " did; a letter goes by post");
        } else if (recipient != null && !recipient.email().equalsIgnoreCase(bounced)) {
            return new Pass(() -> bounced + " did; " + recipient.email() + " is used");
        } else {
            return new Stop("Mail to " + bounced + " bounced; a working address is needed.", weekly(due, today));
        }
    }

    private Answer coolDown(Situation s, DueStep due, LocalDate today) {
        LocalDate last = s.party().lastContactOn();
        if (last == null) {
            return new Pass(() -> "no contact yet");
        } else if (today.isBefore(last.plusDays(cooldownDays))) {
            LocalDate free = last.plusDays(cooldownDays);
            return new Stop("Last contact on " + s.day(last) + "; the next not before " + s.day(free) + ".", free);
        } else {
            return new Pass(() -> "last contact " + s.day(last) + ", limit " + cooldownDays + " days");
        }
    }

    private Answer approvalPending(Situation s, DueStep due, LocalDate today) {
        if (!due.step().needsApproval() && s.party().mode() != ContactMode.APPROVE) {
            return new Pass(() -> "not needed");
        } else if (s.party().approvedTonight()) {
            return new Pass(() -> "approved");
        } else {
            String because = due.step().name() + " about " + Phrase.amount(s.open()) + " waits for approval.";
            return new Stop(because, weekly(due, today));
        }
    }

    private static LocalDate weekly(DueStep due, LocalDate today) {
        return Review.nextOn(due.on(), today);
    }
}
