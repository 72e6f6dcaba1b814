package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a text before it is saved: what would make it wrong, unfair or unread. Pure. Whatever blocks would fail or do
 * harm when it is sent; a warning is for the author to judge.
 */
public final class LintText {

    /** Words beyond which fewer people read a letter to its end; a page of paper holds about twice as many. */
    static final int LONG = 190;

    static final int TOO_LONG = 400;
    private static final int LONG_SUBJECT = 90;
    private static final int LONG_SENTENCE = 40;

    private LintText() {}

    /** What is wrong, what blocks first; empty when nothing is. */
    public static List<Finding> of(TextKey key, String source) {
        List<Finding> findings = new ArrayList<>();
        for (Placeholder.Unknown unknown : Placeholder.unknown(key.kind(), source)) {
            findings.add(Finding.error(
                    unknown.line(),
                    "Nothing fills in “%s”: take one of the placeholders listed here.".formatted(unknown.name())));
        }
        if (key.kind() == TextKey.Kind.LETTER) {
            findings.addAll(missing(key.name(), source));
        } else if (key.kind() == TextKey.Kind.SMS) {
            findings.addAll(ShortText.missing(key.name(), source));
        }
        findings.addAll(Manners.faults(key.language(), source));
        if (findings.stream().noneMatch(Finding::blocks)) {
            findings.addAll(written(key, source));
        }
        findings.sort(Comparator.comparing(Finding::blocks).reversed().thenComparing(Finding::line));
        return List.copyOf(findings);
    }

    private static List<Finding> missing(String template, String source) {
        List<Finding> missing = new ArrayList<>();
        if (!Placeholder.isUsed(source, "items") && !Placeholder.isUsed(source, "total")) {
            missing.add(Finding.error(
                    0, "It does not say how much is open: put {{ items }}, the table of invoices, or {{ total }}."));
        } else if (!Placeholder.isUsed(source, "items")) {
            missing.add(
                    Finding.warning(0, "Without {{ items }} nobody sees which invoices it is about, and has to ask."));
        }
        if (template.equals(Letters.FINAL_NOTICE) && !Placeholder.isUsed(source, "deadline")) {
            missing.add(Finding.error(0, "A final notice without a day to answer by is unfair: put {{ deadline }}."));
        }
        if (!template.equals("delivery-check") && !Placeholder.isUsed(source, "pay")) {
            missing.add(Finding.error(0, "It asks for money and does not say how to pay: put {{ pay }}."));
        }
        if (!Placeholder.isUsed(source, "signature") && !Placeholder.isUsed(source, "sender")) {
            missing.add(Finding.warning(0, "Nobody signs it: put {{ signature }}, so that one knows whom to ask."));
        }
        return missing;
    }

    /** Fills it in as it could be sent: about one invoice and about two, to somebody by name and to nobody. */
    private static List<Finding> written(TextKey key, String source) {
        List<Finding> findings = new ArrayList<>();
        for (int invoices = 1; invoices <= 2; invoices++) {
            Map<String, Object> model = new HashMap<>(SampleFacts.of(key.language(), invoices));
            if (invoices == 2) {
                model.put("contact", "");
                model.put("promise", "");
            }
            try {
                if (key.kind() == TextKey.Kind.SMS) {
                    findings.addAll(ShortText.length(key, source, model));
                    continue;
                }
                LetterPage page = page(key, source, model);
                if (invoices == 1) {
                    findings.addAll(readable(page));
                }
            } catch (LetterRefused refused) {
                findings.add(Finding.error(0, String.valueOf(refused.getMessage())));
                return findings;
            }
        }
        return findings;
    }

    private static LetterPage page(TextKey key, String source, Map<String, Object> model) {
        LetterTemplate template =
                key.kind() == TextKey.Kind.LETTER ? LetterTemplate.of(source) : new LetterTemplate("", source);
        return template.filledIn(LetterFacts.of(model), Wording.of(key.language()), Stationery.SHIPPED);
    }

    private static List<Finding> readable(LetterPage page) {
        List<Finding> findings = new ArrayList<>();
        String words = words(page);
        int count = words.isEmpty() ? 0 : words.split("\\s+").length;
        if (count > TOO_LONG) {
            findings.add(Finding.error(0, "It has %d words; nobody reads more than %d.".formatted(count, TOO_LONG)));
        } else if (count > LONG) {
            findings.add(Finding.warning(
                    0, "It has %d words; above %d fewer people read to the end.".formatted(count, LONG)));
        }
        if (page.subject().length() > LONG_SUBJECT) {
            findings.add(Finding.warning(
                    1,
                    "The subject has %d characters; mail programs cut it at about %d."
                            .formatted(page.subject().length(), LONG_SUBJECT)));
        }
        for (String sentence : words.split("(?<=[.?:])\\s+")) {
            int length = sentence.strip().split("\\s+").length;
            if (length > LONG_SENTENCE) {
                findings.add(Finding.warning(
                        0,
                        "A sentence of %d words is read twice; make two of “%s …”."
                                .formatted(
                                        length,
                                        String.join(
                                                " ",
                                                List.of(sentence.strip().split("\\s+"))
                                                        .subList(0, 6)))));
            }
        }
        return findings;
    }

    /** Everything but the table, a paragraph ending its sentence. */
    private static String words(LetterPage page) {
        StringBuilder words = new StringBuilder();
        for (LetterPage.Block block : page.blocks()) {
            if (block instanceof LetterPage.Paragraph paragraph) {
                for (List<LetterPage.Span> line : paragraph.lines()) {
                    line.forEach(span -> words.append(span.text()));
                    words.append(" ");
                }
                words.append(". ");
            }
        }
        return words.toString().replace(" . ", ". ").strip();
    }
}
