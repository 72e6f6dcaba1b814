package dev.dunwell.insight;

/** From which day the age of an item counts (glossary, section 2). Never mixed. */
public enum Basis {
    /** Days past due; on the due date itself an item is not due yet. */
    DUE("due"),
    /** Days since it was issued. */
    ISSUED("issued");

    private final String code;

    Basis(String code) {
        this.code = code;
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
}
