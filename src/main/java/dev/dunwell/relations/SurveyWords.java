package dev.dunwell.relations;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The words of the survey, in the mail and on its page, from {@code relations/<language>.properties}. */
public final class SurveyWords extends PaperWords {

    private static final Map<String, SurveyWords> ALL = each(SurveyWords::new);

    private SurveyWords(String language) {
        super("relations", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static SurveyWords of(String language) {
        return of(ALL, language);
    }
}
