package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words for a telephone: one line that says who asks for what, and behind it the payer's door, where everything else
 * stands. Pure.
 */
final class ShortText {

    /** Of the text itself; a network cuts at 160 and sends, and bills, in parts. */
    static final int LONG = 200;

    static final int TOO_LONG = 400;

    private ShortText() {}

    /** @throws LetterRefused when it is too long for a telephone, or a final notice without its day */
    static Letter of(Text text, Map<String, Object> model, Stationery stationery) {
        TextKey key = text.key();
        LetterFacts facts = LetterFacts.of(model);
        if (key.name().equals(Letters.FINAL_NOTICE) && !facts.has("deadline")) {
            throw new LetterRefused("A final notice needs a deadline: give the day by which the customer may answer.");
        }
        Wording wording = Wording.of(key.language());
        String line = line(text.source(), facts, wording, stationery);
        if (line.length() > TOO_LONG) {
            throw new LetterRefused(
                    "The text message has %d characters; more than %d are not sent: shorten the text of %s."
                            .formatted(line.length(), TOO_LONG, key.url()));
        }
        String whole = facts.has("door") ? line + " " + facts.word("door") : line;
        String subject = facts.word("vendor") + ", " + LetterTemplate.invoices(facts, wording);
        return new Letter(subject, whole, OwnWords.html(whole), key.language(), text.version());
    }

    private static String line(String source, LetterFacts facts, Wording wording, Stationery stationery) {
        return Prose.line(Liquid.render(source, LetterTemplate.model(facts, wording, stationery)));
    }

    /** What the text does not say and must. */
    static List<Finding> missing(String template, String source) {
        List<Finding> missing = new ArrayList<>();
        if (!Placeholder.isUsed(source, "total")) {
            missing.add(Finding.error(0, "It does not say how much is open: put {{ total }}."));
        }
        if (!Placeholder.isUsed(source, "vendor") && !Placeholder.isUsed(source, "sender")) {
            missing.add(
                    Finding.error(0, "It does not say who writes, and a telephone shows a number: put {{ vendor }}."));
        }
        if (template.equals(Letters.FINAL_NOTICE) && !Placeholder.isUsed(source, "deadline")) {
            missing.add(Finding.error(0, "A final notice without a day to answer by is unfair: put {{ deadline }}."));
        }
        return missing;
    }

    /** Whether it is too long for a telephone, with these facts in it. */
    static List<Finding> length(TextKey key, String source, Map<String, Object> model) {
        int length = line(source, LetterFacts.of(model), Wording.of(key.language()), Stationery.SHIPPED)
                .length();
        if (length > TOO_LONG) {
            return List.of(
                    Finding.error(0, "It has %d characters; more than %d are not sent.".formatted(length, TOO_LONG)));
        } else if (length > LONG) {
            return List.of(Finding.warning(
                    0,
                    "It has %d characters; above %d it comes in several parts, each of which is billed."
                            .formatted(length, LONG)));
        } else {
            return List.of();
        }
    }
}
