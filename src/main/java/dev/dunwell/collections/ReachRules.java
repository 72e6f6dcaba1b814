package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.CALL;
import static dev.dunwell.collections.Channel.LETTER;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PORTAL;
import static dev.dunwell.collections.Channel.SMS;
import static dev.dunwell.collections.Phrase.amount;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions about reaching a customer: may anything go out at all, will money come by itself, did they hear enough,
 * is their day a working day. Pure.
 */
record ReachRules(House house, BusinessCalendar calendar) {

    private static final Set<Channel> REACHING = EnumSet.of(MAIL, LETTER, SMS, CALL);
    private static final Set<Channel> HEARD = EnumSet.of(MAIL, LETTER, SMS, CALL, PORTAL);
    private static final Set<Channel> WRITTEN = EnumSet.of(MAIL, LETTER, SMS, PORTAL);

    /** Asked before everything else: what a promise or a hold says does not matter to who must not be chased. */
    List<Rule> first() {
        return List.of(
                Rule.standing(ReasonCode.SPECIAL_CONDITION, "Is it legal, insolvent or deceased?", this::condition),
                Rule.standing(ReasonCode.PLACED, "Is it placed with an agency?", this::placed));
    }

    /** Asked every day, after what was agreed. */
    List<Rule> standing() {
        return List.of(Rule.standing(ReasonCode.DEBIT_PENDING, "Will a direct debit bring it?", this::debited));
    }

    /** Asked when a step is due, before what passes by itself. */
    List<Rule> lasting() {
        return List.of(
                Rule.occasion(ReasonCode.BELOW_ENTRY, "Is too little overdue to ask for?", HEARD, this::entry),
                Rule.occasion(ReasonCode.OPTED_OUT, "Did they opt out of the channel?", REACHING, this::optedOut));
    }

    /** Asked when a step is due and a person has said yes where one is needed; the quiet day last. */
    List<Rule> passing() {
        return List.of(
                Rule.occasion(ReasonCode.BANK_STALE, "Is bank data stale?", HEARD, this::bankStale),
                Rule.occasion(ReasonCode.FATIGUE, "Did they hear enough lately?", HEARD, this::fatigue),
                Rule.occasion(ReasonCode.DUPLICATE, "Is a message to them written today?", WRITTEN, this::duplicate),
                Rule.occasion(ReasonCode.BUNDLED, "Will another message carry it?", Set.of(MAIL), this::bundled),
                Rule.occasion(ReasonCode.QUIET_DAY, "Is it a weekend or holiday?", Set.of(MAIL, SMS), this::quietDay));
    }

    private Answer condition(Situation s, @Nullable DueStep due, LocalDate today) {
        Reach.Noted noted = s.party().reach().condition(Kind.LEGAL, Kind.INSOLVENT, Kind.DECEASED);
        return noted == null
                ? new Pass(() -> "nothing of that sort is noted")
                : new Stop(
                        noted.kind().title() + " since " + s.day(noted.on()) + "; a person decides.",
                        Review.nextOn(noted.on(), today));
    }

    private Answer placed(Situation s, @Nullable DueStep due, LocalDate today) {
        Reach.Noted noted = s.party().reach().condition(Kind.PLACED);
        LocalDate since = noted == null ? s.marks().placedOn() : noted.on();
        return since == null
                ? new Pass(() -> "no agency has it")
                : new Stop("An agency has it since " + s.day(since) + ".", Review.nextOn(since, today));
    }

    private Answer debited(Situation s, @Nullable DueStep due, LocalDate today) {
        Reach.Noted own = s.marks().debit();
        Reach.Noted noted = own == null ? s.party().reach().condition(Kind.DIRECT_DEBIT) : own;
        if (noted == null) {
            return new Pass(() -> "no direct debit is agreed");
        }
        LocalDate debitOn = Objects.requireNonNullElse(noted.debitOn(), s.dueOn());
        LocalDate until = debitOn.plusDays(house.limits().debitDays());
        return today.isAfter(until)
                ? new Pass(() -> "the debit of " + s.day(debitOn) + " should have come by " + s.day(until))
                : new Stop(
                        "A direct debit on " + s.day(debitOn) + " brings it; missed after " + s.day(until) + ".",
                        until.plusDays(1));
    }

    private Answer entry(Situation s, DueStep due, LocalDate today) {
        Limits.Entry asked = house.limits().entry();
        if (!asked.isAsked() || !due.step().stage().followsDueDate()) {
            return new Pass(() -> asked.isAsked() ? "it demands nothing yet" : "every amount is asked for");
        }
        String code = s.open().currency().getCurrencyCode();
        Arrears arrears = s.party().reach().arrears().getOrDefault(code, Arrears.of(s.open(), s.dueOn()));
        if (arrears.count() < asked.count()) {
            return new Stop(
                    arrears.count() + " overdue; asked for from " + asked.count() + " invoices on.",
                    weekly(due, today));
        } else if (arrears.total().minor() < asked.total()) {
            return new Stop(amount(arrears.total()) + " overdue is less than is asked for.", weekly(due, today));
        } else if (arrears.daysOn(today) < asked.days()) {
            LocalDate old = arrears.oldestDueOn().plusDays(asked.days());
            return new Stop("The oldest is asked for from " + s.day(old) + " on.", old);
        } else {
            return new Pass(() -> arrears.count() + " overdue over " + amount(arrears.total()));
        }
    }

    private Answer bankStale(Situation s, DueStep due, LocalDate today) {
        if (!due.step().stage().followsDueDate() || !house.bank().isStale()) {
            return new Pass(() -> house.bank().isStale()
                    ? "it is, but the step demands nothing"
                    : house.bank().isAsked() ? "it is fresh" : "nobody asks how fresh it is");
        }
        LocalDate last = house.bank().lastOn();
        String because = last == null
                ? "No payment was ever recorded, and fresh bank data is asked for."
                : "Bank data is of " + s.day(last) + "; what was paid since is not known.";
        return new Stop(because, weekly(due, today));
    }

    private Answer optedOut(Situation s, DueStep due, LocalDate today) {
        Channel channel = due.step().channel();
        Reach.OptedOut said = optOut(s.party(), channel);
        String what = switch (channel) {
            case MAIL -> "e-mail";
            case CALL -> "calls";
            case LETTER -> "letters";
            default -> "text messages";
        };
        if (said == null) {
            return new Pass(() -> "nobody asked to get no " + what);
        }
        String who = said.email() == null ? "The customer" : said.email();
        return new Stop(
                who + " wants no " + what + " since " + s.day(said.on()) + "; choose another way.", weekly(due, today));
    }

    /** A customer who opted out, or the person there who would get it. */
    private static Reach.@Nullable OptedOut optOut(Party party, Channel channel) {
        Party.Recipient recipient = party.recipient();
        Reach.OptedOut said =
                party.reach().optedOut(code(channel), channel == SMS || recipient == null ? null : recipient.email());
        Reach.Mobile mobile = party.reach().mobile();
        boolean isEverybodys = said == null && channel == SMS && mobile != null && mobile.wantsNone();
        return isEverybodys ? party.reach().anyOptOut(code(SMS)) : said;
    }

    /** As opt-outs and contacts call it. */
    private static String code(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private Answer fatigue(Situation s, DueStep due, LocalDate today) {
        Limits.Fatigue budget = house.limits().fatigue();
        if (budget == null) {
            return new Pass(() -> "no limit is set");
        }
        Reach reach = s.party().reach();
        int more = Limits.Fatigue.weight(code(due.step().channel()));
        int heard = reach.heardSince(today.minusDays(budget.days() - 1L));
        if (heard + more <= budget.points()) {
            return new Pass(() -> heard + " points in " + budget.days() + " days, limit " + budget.points());
        }
        if (more > budget.points()) {
            return new Stop(
                    "A single contact is more than the limit of " + budget.points() + " allows.", weekly(due, today));
        }
        LocalDate free = firstFree(reach, budget, more, today);
        return new Stop(
                "They heard enough in " + budget.days() + " days; the next contact is free on " + s.day(free) + ".",
                free);
    }

    /** The first day on which enough of what they heard is long enough ago; when all of it is, there is room. */
    private static LocalDate firstFree(Reach reach, Limits.Fatigue budget, int more, LocalDate today) {
        LocalDate day = today.plusDays(1);
        while (reach.heardSince(day.minusDays(budget.days() - 1L)) + more > budget.points()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Answer duplicate(Situation s, DueStep due, LocalDate today) {
        return s.party().reach().isWrittenTo()
                ? new Stop("A message to them is written for today; there is one a day.", today.plusDays(1))
                : new Pass(() -> "none yet");
    }

    private Answer bundled(Situation s, DueStep due, LocalDate today) {
        Marks.Carrier carrier = s.marks().carrier();
        return carrier == null
                ? new Pass(() ->
                        house.limits().bundleDays() == 0 ? "messages do not wait for each other" : "none goes soon")
                : new Stop(
                        "It goes with the message about " + carrier.number() + " on " + s.day(carrier.on()) + ".",
                        carrier.on());
    }

    private Answer quietDay(Situation s, DueStep due, LocalDate today) {
        Party.Recipient recipient = s.party().recipient();
        BusinessCalendar theirs = s.party().reach().calendarOf(recipient == null ? null : recipient.email(), calendar);
        if (theirs.isQuiet(today)) {
            LocalDate next = theirs.onOrAfter(today);
            return new Stop(due.step().name() + " waits for " + s.day(next) + ", the next working day.", next);
        } else {
            return new Pass(() -> s.day(today) + " is a working day");
        }
    }

    private static LocalDate weekly(DueStep due, LocalDate today) {
        return Review.nextOn(due.on(), today);
    }
}
