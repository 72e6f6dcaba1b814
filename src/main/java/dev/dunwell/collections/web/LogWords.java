package dev.dunwell.collections.web;

import dev.dunwell.collections.HoldReason;
import dev.dunwell.collections.LateReason;
import dev.dunwell.collections.Promises;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.stream.Stream;

/** The words that forms about a contact offer: outcomes, reasons for delay, what a dispute is about. */
public final class LogWords {

    /** By the codes of {@link dev.dunwell.collections.LogContact#OUTCOMES}. */
    public static final List<Choice> OUTCOMES = List.of(
            new Choice("reached", "Reached"),
            new Choice("promised", "Promised to pay"),
            new Choice("no_answer", "No answer"),
            new Choice("voicemail", "Voicemail"),
            new Choice("wrong_person", "Wrong person"),
            new Choice("says_paid", "Says it is paid"),
            new Choice("disputed", "Disputes it"),
            new Choice("refused", "Refuses to pay"),
            new Choice("needs_copy", "Needs a copy"),
            new Choice("needs_po", "Needs a purchase order number"),
            new Choice("referred", "Referred to somebody else"),
            new Choice("hardship", "In hardship"),
            new Choice("hostile", "Hostile"),
            new Choice("invoice_error", "Reports an error in the invoice"));

    /** Why they are late, by the codes of {@link LateReason}. */
    public static final List<Choice> LATE_REASONS = LateReason.SHIPPED.stream()
            .map(reason -> new Choice(reason.code(), reason.title()))
            .toList();

    /** Why no payment can be named: the same reasons in words. */
    public static final List<Choice> NO_EXPECTATION = LateReason.SHIPPED.stream()
            .map(reason -> new Choice(reason.title(), reason.title()))
            .toList();

    /** How a call went, best first. */
    public static final List<Choice> MOODS = List.of(
            new Choice("good", "Good"),
            new Choice("neutral", "Neutral"),
            new Choice("tense", "Tense"),
            new Choice("hostile", "Hostile"));

    /** What a dispute can be about. */
    public static final List<Choice> DISPUTES = Stream.of(DeductionCode.values())
            .map(code -> new Choice(code.code(), capital(code.words())))
            .toList();

    /** How a payment was promised to come. */
    public static final List<Choice> METHODS = Promises.METHODS.stream()
            .map(method -> new Choice(method, capital(method.replace('_', ' '))))
            .toList();

    /** Why reminders wait. */
    public static final List<Choice> HOLDS = Stream.of(HoldReason.values())
            .map(code -> new Choice(code.code(), capital(code.words())))
            .toList();

    private LogWords() {}

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Choice> same(String... words) {
        return List.of(words).stream().map(word -> new Choice(word, word)).toList();
    }
}
