package dev.dunwell.collections;

import dev.dunwell.collections.Answer.NotAsked;
import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a customer and the next step: an ordered list of named rules, of which the first that stops wins.
 *
 * <p>Pure. A new rule is one method in {@link StandingRules}, {@link AnswerRules}, {@link OccasionRules} or
 * {@link ReachRules} and one {@link ReasonCode}.
 */
public record Gate(List<Rule> rules) {

    public Gate {
        rules = List.copyOf(rules);
    }

    /** The gate of an organisation that asks nothing special of its mail. */
    public static Gate of(Strategy strategy, BusinessCalendar calendar) {
        return of(strategy, calendar, House.QUIET);
    }

    /**
     * The gate that ships: what stands every day, what the strategy asks of the due step, what concerns its channel; in
     * each what lasts before what passes.
     */
    public static Gate of(Strategy strategy, BusinessCalendar calendar, House house) {
        ReachRules reach = new ReachRules(house, calendar);
        return new Gate(Stream.of(
                        reach.first(),
                        StandingRules.all(),
                        reach.standing(),
                        AnswerRules.all(),
                        CaseRules.all(),
                        StageRules.all(),
                        EntryRules.of(strategy),
                        reach.lasting(),
                        new OccasionRules(strategy.cooldownDays()).lasting(),
                        WordingRules.all(),
                        new WishRules(calendar).passing(),
                        reach.passing())
                .flatMap(List::stream)
                .toList());
    }

    /** The first rule that stops, null when all let pass. */
    @Nullable
    Stopped firstStop(Situation s, @Nullable DueStep due, LocalDate today) {
        for (Rule rule : rules) {
            if (rule.ask(s, due, today) instanceof Stop stop) {
                return new Stopped(rule.code(), stop);
            }
        }
        return null;
    }

    /** Every rule with its answer, in order, for people to read. */
    public List<Line> lines(Situation s, @Nullable DueStep due, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        boolean isStopped = false;
        for (Rule rule : rules) {
            Answer answer = rule.ask(s, due, today);
            Verdict verdict = switch (answer) {
                case Stop _ -> isStopped ? Verdict.WOULD_STOP : Verdict.STOPS;
                case Pass _ -> Verdict.NO;
                case NotAsked _ -> Verdict.NOT_ASKED;
            };
            isStopped |= verdict == Verdict.STOPS;
            lines.add(new Line(lines.size() + 1, rule.question(), rule.code(), verdict, answer.because()));
        }
        return lines;
    }

    /** The rule that stopped, with its because and the day to ask again. */
    record Stopped(ReasonCode code, Stop stop) {}

    /** One question with its answer as the why page shows it. */
    public record Line(int number, String question, ReasonCode code, Verdict verdict, String because) {}

    /** How a question was answered. */
    public enum Verdict {
        /** It lets pass. */
        NO,
        /** It is the one that stops now. */
        STOPS,
        /** It would stop too, once those before it no longer do. */
        WOULD_STOP,
        NOT_ASKED
    }
}
