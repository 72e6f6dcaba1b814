package dev.dunwell.collections;

import dev.dunwell.collections.Party.Hold;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything the policy may know of one open item: facts only, no clock, no database.
 *
 * <p>All amounts are in the item's currency; any other is refused.
 *
 * @param due what of the open amount has fallen due, or does so on {@code dueOn}: less than {@code open} only with
 *     instalments
 * @param creditForIt open credit of the customer that falls on this item, oldest item first; zero or more
 * @param lastStep the highest step taken, 0 for none; accounting's own step need not be counted
 * @param lastStepOn the day it was taken; needed from step 2 on
 * @param disputedOn the day the open dispute began, null when there is none
 * @param hold on this item alone
 * @param tolerance the amount up to which, itself included, an open rest is let be; zero or more
 * @param progress under which strategy it came here, and what came back
 * @param matters what is being talked about on this item alone
 * @param marks what is marked on this item alone
 */
public record Situation(
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money original,
        Money open,
        Money due,
        Money creditForIt,
        int lastStep,
        @Nullable LocalDate lastStepOn,
        @Nullable LocalDate disputedOn,
        @Nullable Hold hold,
        Money tolerance,
        Party party,
        Progress progress,
        Matters matters,
        Marks marks) {

    public Situation {
        boolean oneCurrency = open.currency().equals(original.currency())
                && open.currency().equals(due.currency())
                && open.currency().equals(creditForIt.currency())
                && open.currency().equals(tolerance.currency());
        if (!oneCurrency) {
            throw new IllegalArgumentException(number + " mixes currencies; all its amounts are in one");
        }
        if (lastStep > 1 && lastStepOn == null) {
            throw new IllegalArgumentException(number + " has taken step " + lastStep + "; say on which day");
        }
    }

    /** How it came through its stages, beyond the steps taken. */
    public Journey journey() {
        return progress.journey();
    }

    /** What is open and not disputed. */
    public Money undisputed() {
        Matters.Disputed disputed = matters.disputed();
        return disputed == null ? open : open.minus(disputed.part());
    }

    /** The same item after a step; the customer's last contact is the caller's to record. */
    public Situation withStepTaken(int step, LocalDate on) {
        return with(step, on, party, marks);
    }

    /** The same item when others answer for its customer. */
    Situation with(Party party) {
        return with(lastStep, lastStepOn, party, marks);
    }

    /** The same item with other marks on it. */
    Situation with(Marks marks) {
        return with(lastStep, lastStepOn, party, marks);
    }

    /** The same item further on its way. */
    Situation with(Progress progress) {
        return new Situation(
                number,
                issuedOn,
                dueOn,
                original,
                open,
                due,
                creditForIt,
                lastStep,
                lastStepOn,
                disputedOn,
                hold,
                tolerance,
                party,
                progress,
                matters,
                marks);
    }

    /** The same item seen from another strategy, in which the last step taken has another number. */
    Situation standingAt(int step) {
        return with(step, lastStepOn, party, marks);
    }

    /** The same item before or after another step. */
    Situation standingAt(int step, @Nullable LocalDate on) {
        return with(step, on, party, marks);
    }

    private Situation with(int step, @Nullable LocalDate on, Party party, Marks marks) {
        return new Situation(
                number,
                issuedOn,
                dueOn,
                original,
                open,
                due,
                creditForIt,
                step,
                on,
                disputedOn,
                hold,
                tolerance,
                party,
                progress,
                matters,
                marks);
    }

    /** The same item of a customer who has heard from us. */
    Situation withContactOn(LocalDate day) {
        return with(party.contactedOn(day));
    }

    /** A day as reasons write it. The due date, not today, decides on the year, so that a reason stays the same. */
    String day(LocalDate day) {
        return Phrase.day(day, dueOn.getYear());
    }
}
