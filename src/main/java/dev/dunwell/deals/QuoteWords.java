package dev.dunwell.deals;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The fixed words of quotes in one language, from {@code deals/<language>.properties}. */
public final class QuoteWords extends PaperWords {

    private static final Map<String, QuoteWords> ALL = each(QuoteWords::new);

    private QuoteWords(String language) {
        super("deals", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static QuoteWords of(String language) {
        return of(ALL, language);
    }
}
