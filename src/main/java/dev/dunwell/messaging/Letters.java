package dev.dunwell.messaging;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes letters, one for each stage of a conversation about an invoice, from "did it arrive?" to the last reminder.
 * The words are the organisation's own or those that ship, see {@link Stationery}.
 */
@Component
public class Letters {

    /** The letters that exist in every language of {@link Wording#LANGUAGES}, in the order they are written in. */
    public static final List<String> TEMPLATES =
            List.of("delivery-check", "friendly", "friendly-again", "inquiry", "firm", "firm-again", "final-notice");

    static final String FINAL_NOTICE = "final-notice";

    private final TemplateEngine html = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The same in the shipped words, neither gentle nor firm. */
    public Letter render(String template, String language, Map<String, Object> model) {
        return render(TextKey.letter(template, language, Tone.NEUTRAL), model, Stationery.SHIPPED);
    }

    /**
     * Writes one letter, as text and as HTML.
     *
     * @param model text already written in its language: customer, contact (may be empty), vendor, sender, date,
     *     reply_to, deadline (final notice), and groups, one map for each currency with currency, items (number,
     *     issued, due, open, days overdue or empty), credits (number, amount without sign), open, credit, toPay
     * @throws LetterRefused when something is missing, most of all the deadline of a final notice: a last reminder
     *     without a day to answer by is unfair
     */
    public Letter render(TextKey key, Map<String, Object> model, Stationery stationery) {
        if (key.kind() == TextKey.Kind.SMS) {
            return ShortText.of(text(key, stationery), model, stationery);
        }
        LetterPage page = page(key, model, stationery);
        var output = new StringOutput();
        html.render("messaging/letter.jte", page, output);
        return new Letter(
                page.subject(),
                LetterText.of(page),
                output.toString(),
                key.language(),
                text(key, stationery).version());
    }

    /** The parts of a letter, for whoever sets them on paper. Refuses what {@link #render} refuses. */
    public LetterPage page(TextKey key, Map<String, Object> model, Stationery stationery) {
        LetterFacts facts = LetterFacts.of(model);
        if (key.name().equals(FINAL_NOTICE) && !facts.has("deadline")) {
            throw new LetterRefused("A final notice needs a deadline: give the day by which the customer may answer.");
        }
        return LetterTemplate.of(text(key, stationery).source())
                .filledIn(facts, Wording.of(key.language()), stationery);
    }

    /** Whether its words say that copies of the invoices go with it. */
    boolean takesCopies(TextKey key, Stationery stationery) {
        return stationery
                .text(key)
                .filter(text -> Placeholder.isUsed(text.source(), "copies"))
                .isPresent();
    }

    private static Text text(TextKey key, Stationery stationery) {
        return stationery
                .text(key)
                .orElseThrow(() -> new LetterRefused("There is no text for " + key.url() + ": write one."));
    }
}
