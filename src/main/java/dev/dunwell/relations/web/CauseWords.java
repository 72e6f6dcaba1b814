package dev.dunwell.relations.web;

import dev.dunwell.collections.LateReason;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.relations.SayCause;
import dev.dunwell.web.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words for what was wrong with an invoice, wherever it was heard. */
public final class CauseWords {

    /** What a question can have been about. */
    public static final List<Choice> CHOICES = Stream.concat(
                    Stream.of(new Choice(SayCause.UNRELATED, "Not about the invoice")),
                    Stream.of(DeductionCode.values()).map(code -> new Choice(code.code(), capital(code.words()))))
            .toList();

    private static final Map<String, String> WORDS = words();

    private CauseWords() {}

    /** By its code; one of the organisation's own as it is written. */
    public static String of(String cause) {
        return WORDS.getOrDefault(cause, capital(cause.replace('_', ' ')));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        LateReason.SHIPPED.forEach(reason -> words.put(reason.code(), reason.title()));
        CHOICES.forEach(choice -> words.put(choice.value(), choice.label()));
        words.put("question", "A question, cause not said");
        words.put("invoice_error", "Error reported on a call");
        words.put("needs_po", "Needs a purchase order number");
        return words;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
