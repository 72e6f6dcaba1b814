package dev.dunwell.relations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a payer wants an answer to, and the first answer a person gave.
 *
 * @param invoice null when it is about none in particular
 * @param answered null while nobody has
 * @param person who answered, or whose it is now; empty when it is nobody's
 * @param isPutAside a mail that somebody read and that needed no answer
 */
public record Request(
        Kind kind,
        long id,
        Whose whose,
        @Nullable About invoice,
        String text,
        Moment asked,
        @Nullable Moment answered,
        String person,
        boolean isPutAside) {

    private static final int BRIEF = 80;

    /** What sort of request. */
    public enum Kind {
        QUESTION("Question", "/questions/"),
        DISPUTE("Dispute", "/disputes/"),
        MAIL("Mail", "/inbox/");

        private final String title;
        private final String address;

        Kind(String title, String address) {
            this.title = title;
            this.address = address;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The customer; the id is null for a mail that is nobody's yet. */
    public record Whose(@Nullable Long id, String number, String name) {}

    /** The invoice. */
    public record About(long id, String number) {}

    /** The beginning of what was said, for lists. */
    public String brief() {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    public String url() {
        return kind.address + id;
    }

    /** {@code 2026-11}, the month it was asked in. */
    public String month() {
        return asked.on().toString().substring(0, 7);
    }
}
