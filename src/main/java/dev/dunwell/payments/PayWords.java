package dev.dunwell.payments;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The words of ways to pay in one language, from {@code payments/<language>.properties}: titles, labels, reasons. */
public final class PayWords extends PaperWords {

    private static final Map<String, PayWords> ALL = each(PayWords::new);

    private PayWords(String language) {
        super("payments", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static PayWords of(String language) {
        return of(ALL, language);
    }
}
