package dev.dunwell.insight;

import java.util.List;

/** From which day the age of an item counts, and the buckets that go with it (glossary, section 2). Never mixed. */
public enum Basis {
    /** Days past due; on the due date itself an item is not due yet. */
    DUE("due", 0, List.of("not due", "1-30", "31-60", "61-90", "91+")),
    /** Days since it was issued. */
    ISSUED("issued", -1, List.of("0-30", "31-60", "61-90", "91+"));

    private static final int COLUMNS = 5;

    private final String code;
    private final int first;
    private final List<String> buckets;

    Basis(String code, int first, List<String> buckets) {
        this.code = code;
        this.first = first;
        this.buckets = buckets;
    }

    /** As written in a URL, {@code due}; anything else is refused. */
    public static Basis ofCode(String code) {
        for (Basis basis : values()) {
            if (basis.code.equals(code)) {
                return basis;
            }
        }
        throw new IllegalArgumentException("Write due or issued.");
    }

    public String code() {
        return code;
    }

    /** The names of the buckets, the youngest first. */
    public List<String> buckets() {
        return buckets;
    }

    /** The last age, in days, that counts into the first of the five columns of the query. */
    int first() {
        return first;
    }

    /** How many of the five columns this basis leaves empty at the young end. */
    int skipped() {
        return COLUMNS - buckets.size();
    }
}
