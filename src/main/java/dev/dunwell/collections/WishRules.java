package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.LETTER;
import static dev.dunwell.collections.Channel.MAIL;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payer wished for: to be reminded on a day of its own. A step waits for it, at most as long as the organisation
 * allows, and a final notice not at all. Pure.
 */
record WishRules(BusinessCalendar calendar) {

    private static final int LONGEST_CLOSURE_DAYS = 10;

    List<Rule> passing() {
        return List.of(Rule.occasion(
                ReasonCode.PREFERRED_DAY,
                "Do they want to hear on another day?",
                Set.of(MAIL, LETTER),
                this::anotherDay));
    }

    private Answer anotherDay(Situation s, DueStep due, LocalDate today) {
        Reach.Wish wish = s.party().reach().wish();
        if (wish == null) {
            return new Pass(() -> "any day is right");
        } else if (due.step().stage() == Stage.FINAL) {
            return new Pass(() -> "a final notice does not wait");
        }
        LocalDate last = due.on().plusDays(wish.mostDays());
        LocalDate next = next(s, wish, today, last);
        if (next == null) {
            return new Pass(() -> "their day comes after " + s.day(last) + ", and longer nothing waits");
        } else if (next.equals(today)) {
            return new Pass(() -> "it is the day they chose");
        } else {
            return new Stop(
                    "They want to hear on " + s.day(next) + ", the day they chose on " + s.day(wish.since()) + ".",
                    next);
        }
    }

    /** Their day, or the working day after it where it is none; null when it comes too late. */
    private @Nullable LocalDate next(Situation s, Reach.Wish wish, LocalDate today, LocalDate last) {
        Party.Recipient recipient = s.party().recipient();
        BusinessCalendar theirs = s.party().reach().calendarOf(recipient == null ? null : recipient.email(), calendar);
        for (LocalDate day = today.minusDays(LONGEST_CLOSURE_DAYS); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate open = wish.day().is(day) ? theirs.onOrAfter(day) : LocalDate.MIN;
            if (!open.isBefore(today) && !open.isAfter(last)) {
                return open;
            }
        }
        return null;
    }
}
