package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.PaperWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fixed words of statements in one language, from {@code statements/<language>.properties}. */
public final class StatementWords extends PaperWords {

    private static final Map<String, StatementWords> ALL = each(StatementWords::new);

    private StatementWords(String language) {
        super("statements", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static StatementWords of(String language) {
        return of(ALL, language);
    }

    /** What a line is called, with its number: {@code Invoice 2026-17}. */
    public String document(String kind, String number) {
        String name = word(has("kind." + kind) ? "kind." + kind : "kind.other");
        return number.isEmpty() ? name : name + " " + number;
    }

    /** An amount where the currency stands in the heading. */
    public String figure(Money money) {
        String amount = amount(money);
        return amount.substring(0, amount.lastIndexOf(' '));
    }

    /** The names of the aging buckets, from not due to the open-ended last one. */
    public List<String> ages(List<Integer> bucketDays) {
        List<String> names = new ArrayList<>(List.of(word("notDue")));
        int first = 1;
        for (int last : bucketDays) {
            names.add(word("days", first + "–" + last));
            first = last + 1;
        }
        names.add(word("daysMore", String.valueOf(first - 1)));
        return names;
    }
}
