package dev.dunwell.messaging;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Writes letters. The words stand in {@code letters/<language>/<template>.md}, one for each stage of a conversation
 * about an invoice, from "did it arrive?" to the last reminder.
 */
@Component
public class Letters {

    /** The letters that exist in every language of {@link Wording#LANGUAGES}, in the order they are written in. */
    public static final List<String> TEMPLATES =
            List.of("delivery-check", "friendly", "friendly-again", "inquiry", "firm", "firm-again", "final-notice");

    private final TemplateEngine html = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, LetterTemplate> templates = new ConcurrentHashMap<>();

    /**
     * Writes one letter, as text and as HTML.
     *
     * @param template one of {@link #TEMPLATES}
     * @param language a language tag; one that we do not write gives an English letter, see {@link Wording#of}
     * @param model text already written in that language: customer, contact (may be empty), vendor, sender, date,
     *     reply_to, deadline (final notice), and groups, one map for each currency with currency, items (number,
     *     issued, due, open, days overdue or empty), credits (number, amount without sign), open, credit, toPay
     * @throws LetterRefused when something is missing, most of all the deadline of a final notice: a last reminder
     *     without a day to answer by is unfair
     */
    public Letter render(String template, String language, Map<String, Object> model) {
        if (!TEMPLATES.contains(template)) {
            throw new LetterRefused("There is no letter '%s': choose one of %s.".formatted(template, TEMPLATES));
        }
        LetterFacts facts = LetterFacts.of(model);
        if (template.equals("final-notice") && !facts.has("deadline")) {
            throw new LetterRefused("A final notice needs a deadline: give the day by which the customer may answer.");
        }
        Wording wording = Wording.of(language);
        String path = "/letters/" + wording.language() + "/" + template + ".md";
        LetterTemplate words = templates.computeIfAbsent(path, Letters::read);
        return letter(words.filledIn(facts, wording));
    }

    private Letter letter(LetterPage page) {
        var output = new StringOutput();
        html.render("messaging/letter.jte", page, output);
        return new Letter(
                page.subject(),
                LetterText.of(page),
                output.toString(),
                page.wording().language());
    }

    private static LetterTemplate read(String path) {
        try (InputStream in = Objects.requireNonNull(Letters.class.getResourceAsStream(path), path)) {
            return LetterTemplate.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
