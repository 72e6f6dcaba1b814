package dev.dunwell.metrics;

import java.util.function.Function;

/**
 * One measure: everything there is to know about it.
 *
 * @param code as it stands in addresses, {@code dso-countback}
 * @param months over how many months it looks, up to its day
 * @param formula as it is shown
 * @param inputs what goes in and what does not, in a sentence
 */
public record Metric(
        String code,
        String name,
        Family family,
        Unit unit,
        Better better,
        int months,
        String formula,
        String inputs,
        Source source) {

    /** What it is about. */
    public enum Family {
        BOOK("What is owed"),
        SPEED("How fast it comes in"),
        QUALITY("How well it is collected"),
        WORK("Promises, disputes and steps"),
        CUSTOMERS("Customers and contacts"),
        RELATIONS("Whether it is good to be a customer");

        private final String title;

        Family(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Which way is good news. */
    public enum Better {
        MORE,
        LESS,
        NEITHER
    }

    /** Where it comes from. */
    public sealed interface Source permits FromBook, FromRows, Elsewhere {}

    /**
     * From how the book stood: at once, of any day, as known at any moment.
     *
     * @param byMonth whether it asks what became of each month's billing
     * @param rows where its rows stand: an address with {from}, {to} and {currency}, or a question as of cases
     */
    public record FromBook(Function<Window, Value> formula, boolean byMonth, String rows) implements Source {

        static FromBook of(Function<Window, Value> formula, String rows) {
            return new FromBook(formula, false, rows);
        }

        static FromBook byMonth(Function<Window, Value> formula, String rows) {
            return new FromBook(formula, true, rows);
        }

        public boolean hasPage() {
            return rows.startsWith("/");
        }
    }

    /**
     * From single cases, which are its rows: what is in part ÷ what is in whole.
     *
     * @param question of {@code sql/metrics}, whose rows have on_day, customer_id, currency, part, whole, stage, label
     *     and url
     * @param of what part and whole are: amounts or numbers
     * @param isFlow whether a case belongs to its day; else all cases are told as of the last day
     */
    public record FromRows(String question, Unit of, boolean isFlow) implements Source {}

    /** It has a page of its own. */
    public record Elsewhere(String address) implements Source {}
}
