package dev.dunwell.family;

import java.util.List;

/**
 * Two customers that may be one.
 *
 * @param score 50 to 100: the sum of what the evidence counts for
 * @param evidence what the two have in common, the strongest first
 */
public record Duplicate(Relation.Named first, Relation.Named second, int score, List<Evidence> evidence) {

    /** Something that the two have in common. */
    public record Evidence(Kind kind, String value) {}

    /** What can be in common; the score counts for the pair stand in {@code sql/family/duplicates.sql}. */
    public enum Kind {
        TAX("same tax number"),
        IBAN("same bank account"),
        NAME("same name"),
        EMAIL("same e-mail address"),
        DOMAIN("same mail domain");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
