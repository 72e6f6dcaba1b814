package dev.dunwell.deals;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The fixed words of quotes in one language, from {@code deals/<language>.properties}. */
final class QuoteWords extends PaperWords {

    private static final Map<String, QuoteWords> ALL = each(QuoteWords::new);

    private QuoteWords(String language) {
        super("deals", language);
    }

    /** Of a language tag; English for languages we do not write. */
    static QuoteWords of(String language) {
        return of(ALL, language);
    }
}
