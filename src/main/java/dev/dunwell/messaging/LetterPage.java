package dev.dunwell.messaging;

import dev.dunwell.messaging.LetterFacts.Credit;
import dev.dunwell.messaging.LetterFacts.Group;
import java.util.ArrayList;
import java.util.List;

/** All that a letter shows, for {@link LetterText} and for the template {@code messaging/letter.jte}. */
public record LetterPage(String subject, LetterFacts facts, List<Block> blocks, Wording wording) {

    /** A part of a letter, from top to bottom. */
    public sealed interface Block {}

    /** Lines of text: the greeting, a few sentences, the signature. */
    public record Paragraph(List<List<Span>> lines) implements Block {}

    /** The place where the table of items stands. */
    public record Items() implements Block {}

    /** The place where the payer's door stands. */
    public record Door() implements Block {}

    /** Text of one weight. */
    public record Span(String text, boolean bold) {}

    /** A line below the items: their total, a credit note, what is to be paid. */
    public record LastLine(String label, String amount, boolean isSum) {}

    /** Where the payer sees all that is open and answers, without its key; empty when the letter carries no link. */
    public String door() {
        return facts.has("door") ? facts.word("door") : "";
    }

    /** How a reader finds out whether this is genuine; on paper also how to come to the page. */
    public String doorCheck() {
        return wording.word(door().isEmpty() ? "doorOnPaper" : "doorCheck")
                .replace("{0}", facts.word("door_code"))
                .replace("{1}", facts.word("door_check"));
    }

    /** What follows the items; nothing when one item alone says what is to be paid. */
    public List<LastLine> lastLines(Group group) {
        List<LastLine> lines = new ArrayList<>();
        if (!group.credits().isEmpty()) {
            lines.add(new LastLine(wording.word("total"), group.open(), false));
            for (Credit credit : group.credits()) {
                String label = credit.number().isEmpty()
                        ? wording.word("onAccount")
                        : wording.word("credit") + " " + credit.number();
                lines.add(new LastLine(label, "\u2212" + credit.amount(), false));
            }
            lines.add(new LastLine(wording.word("toPay"), group.toPay(), true));
        } else if (group.items().size() > 1) {
            lines.add(new LastLine(wording.word("total"), group.toPay(), true));
        }
        return lines;
    }

    /** What all groups come to, where the letter speaks of several customers; else empty. */
    public String grandTotal() {
        return facts.has("total") ? wording.word("total") + ": " + facts.word("total") : "";
    }

    /** An amount with its currency taken off, so that the code can stand smaller beside it. */
    public static String figure(String amount, String currency) {
        return amount.endsWith(" " + currency) ? amount.substring(0, amount.length() - currency.length() - 1) : amount;
    }

    public String wrongPerson() {
        return wording.word("wrongPerson").replace("{0}", facts.word("reply_to"));
    }
}
