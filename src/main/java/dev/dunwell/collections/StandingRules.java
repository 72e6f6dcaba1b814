package dev.dunwell.collections;

import static dev.dunwell.collections.Phrase.amount;
import static dev.dunwell.collections.ReasonCode.BELOW_TOLERANCE;
import static dev.dunwell.collections.ReasonCode.CREDIT_COVERS;
import static dev.dunwell.collections.ReasonCode.DISPUTED;
import static dev.dunwell.collections.ReasonCode.HELD;
import static dev.dunwell.collections.ReasonCode.MANUAL_MODE;
import static dev.dunwell.collections.ReasonCode.PROMISED;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about an item and its customer that are asked every day, whether or not a step is due. */
final class StandingRules {

    private StandingRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.standing(BELOW_TOLERANCE, "Is it paid or below tolerance?", StandingRules::belowTolerance),
                Rule.standing(DISPUTED, "Is it disputed?", StandingRules::disputed),
                Rule.standing(PROMISED, "Is there an open promise?", StandingRules::promised),
                Rule.standing(HELD, "Is there a hold?", StandingRules::held),
                Rule.standing(CREDIT_COVERS, "Does open credit cover it?", StandingRules::creditCovers),
                Rule.standing(MANUAL_MODE, "Is the customer in manual mode?", StandingRules::manualMode));
    }

    private static Answer belowTolerance(Situation s, @Nullable DueStep due, LocalDate today) {
        if (s.open().compareTo(s.tolerance()) > 0) {
            return new Pass(() -> amount(s.open()) + " open, tolerance " + amount(s.tolerance()));
        } else {
            String because = s.open().isPositive()
                    ? amount(s.open()) + " open is within the tolerance of " + amount(s.tolerance()) + "."
                    : "Paid in full; nothing is open.";
            return new Stop(because, review(s, due, today));
        }
    }

    private static Answer disputed(Situation s, @Nullable DueStep due, LocalDate today) {
        LocalDate disputedOn = s.disputedOn();
        Matters.Disputed part = s.matters().disputed();
        if (disputedOn != null) {
            return new Stop(
                    s.number() + " is disputed since " + s.day(disputedOn) + ".", Review.nextOn(disputedOn, today));
        } else if (part != null) {
            return new Pass(() -> amount(part.part()) + " of " + s.number() + " are disputed since "
                    + s.day(part.since()) + "; the other " + amount(s.undisputed()) + " are not");
        } else {
            return new Pass(() -> "no dispute about " + s.number());
        }
    }

    private static Answer promised(Situation s, @Nullable DueStep due, LocalDate today) {
        Party.Promise promise = longest(s.party().promise(), s.matters().promise());
        if (promise == null) {
            return new Pass(() -> "no promise");
        } else if (today.isAfter(promise.until())) {
            return new Pass(() -> "promise of " + amount(promise.amount()) + " ended " + s.day(promise.until()));
        } else {
            return new Stop(
                    "A promise of " + amount(promise.amount()) + " runs until " + s.day(promise.until()) + ".",
                    promise.until().plusDays(1));
        }
    }

    /** A promise that names the item, or one for whatever is open: the one that is waited for longer. */
    private static Party.@Nullable Promise longest(Party.@Nullable Promise any, Matters.@Nullable Promised named) {
        if (named == null) {
            return any;
        } else {
            boolean isAnyLonger = any != null && !named.until().isAfter(any.until());
            return isAnyLonger ? any : new Party.Promise(named.amount(), named.until());
        }
    }

    private static Answer held(Situation s, @Nullable DueStep due, LocalDate today) {
        Party.Hold own = s.hold();
        Party.Hold customers = s.party().hold();
        boolean isOwn = own != null && (customers == null || !own.until().isBefore(customers.until()));
        Party.Hold longest = isOwn ? own : customers;
        if (longest == null) {
            return new Pass(() -> "no hold");
        } else if (today.isAfter(longest.until())) {
            return new Pass(() -> "hold ended " + s.day(longest.until()));
        } else {
            String what = isOwn ? s.number() + " is on hold until " : "The customer is on hold until ";
            return new Stop(
                    Phrase.sentence(what + s.day(longest.until()) + ": " + longest.reason()),
                    longest.until().plusDays(1));
        }
    }

    private static Answer creditCovers(Situation s, @Nullable DueStep due, LocalDate today) {
        Money credit = s.creditForIt();
        Money rest = s.undisputed().minus(credit);
        if (!credit.isPositive()) {
            return new Pass(() -> "no open credit");
        } else if (rest.compareTo(s.tolerance()) > 0) {
            return new Pass(() -> "open credit of " + amount(credit) + " leaves " + amount(rest));
        } else {
            String because = rest.isPositive()
                    ? " leaves " + amount(rest) + ", within tolerance."
                    : " covers the " + amount(s.undisputed()) + " open.";
            return new Stop("Open credit of " + amount(credit) + because, review(s, due, today));
        }
    }

    private static Answer manualMode(Situation s, @Nullable DueStep due, LocalDate today) {
        return switch (s.party().mode()) {
            case MANUAL -> new Stop("The customer is in manual mode: a person decides.", review(s, due, today));
            case AUTOMATIC -> new Pass(() -> "automatic");
            case APPROVE -> new Pass(() -> "automatic, each mail approved");
        };
    }

    private static LocalDate review(Situation s, @Nullable DueStep due, LocalDate today) {
        return Review.nextOn(due == null ? s.issuedOn() : due.on(), today);
    }
}
