package dev.dunwell.portal;

import dev.dunwell.messaging.PaperWords;
import java.util.Map;

/** The words of the payer's pages in one language, from {@code portal/<language>.properties}. */
public final class DoorWords extends PaperWords {

    private static final Map<String, DoorWords> ALL = each(DoorWords::new);

    private DoorWords(String language) {
        super("portal", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static DoorWords of(String language) {
        return of(ALL, language);
    }

    /** The first of these keys that there is a word for. */
    public String first(String key, String otherwise) {
        return word(has(key) ? key : otherwise);
    }

    /** One thing or many: {@code key.one} or {@code key.many} with the number in it. */
    public String many(String key, long count) {
        return word(key + (count == 1 ? ".one" : ".many"), Long.toString(count));
    }
}
