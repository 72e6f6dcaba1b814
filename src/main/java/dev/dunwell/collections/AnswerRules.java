package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.LETTER;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PORTAL;
import static dev.dunwell.collections.Channel.SMS;
import static dev.dunwell.collections.ReasonCode.AWAY;
import static dev.dunwell.collections.ReasonCode.UNREAD_ANSWER;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The questions about what the customer wrote back. Nobody is reminded whose answer lies unread: it may say that the
 * money is under way. Nobody is reminded who is away: the mail would count as a step and be read by no one.
 */
final class AnswerRules {

    private static final Set<Channel> WRITTEN = EnumSet.of(MAIL, LETTER, PORTAL, SMS);

    private AnswerRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.occasion(UNREAD_ANSWER, "Is there an answer nobody has read?", WRITTEN, AnswerRules::unread),
                Rule.occasion(AWAY, "Is the person we write to away?", Set.of(MAIL), AnswerRules::away));
    }

    private static Answer unread(Situation s, DueStep due, LocalDate today) {
        LocalDate since = s.party().answers().unreadSince();
        return since == null
                ? new Pass(() -> "no unread answer")
                : new Stop(
                        "They wrote on " + s.day(since) + " and nobody has read it yet.",
                        Review.nextOn(due.on(), today));
    }

    private static Answer away(Situation s, DueStep due, LocalDate today) {
        Party.Recipient recipient = s.party().recipient();
        LocalDate until = recipient == null ? null : s.party().answers().awayUntil(recipient.email());
        if (recipient == null || until == null) {
            return new Pass(() -> "nobody said so");
        } else if (today.isAfter(until)) {
            return new Pass(() -> recipient.name() + " was away until " + s.day(until));
        } else {
            return new Stop(recipient.name() + " is away until " + s.day(until) + ".", until.plusDays(1));
        }
    }
}
