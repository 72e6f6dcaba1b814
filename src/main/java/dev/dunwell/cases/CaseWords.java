package dev.dunwell.cases;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The fixed words of our papers about cases in one language, from {@code cases/<language>.properties}. */
public final class CaseWords extends PaperWords {

    private static final Map<String, CaseWords> ALL = each(CaseWords::new);

    private CaseWords(String language) {
        super("cases", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static CaseWords of(String language) {
        return of(ALL, language);
    }
}
