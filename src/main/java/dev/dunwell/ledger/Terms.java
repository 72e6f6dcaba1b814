package dev.dunwell.ledger;

/**
 * The terms that a customer buys under, by their name; what they say on a day is in their versions,
 * {@link TermsVersion}. Plain terms are called by what they say: {@code net 30}, {@code 2/10 net 30}.
 *
 * @param name as the organisation calls them
 */
public record Terms(String name) {

    public static Terms net(int days) {
        return new Terms(new DueRule.Net(days).toString());
    }

    public static Terms endOfMonth(int days) {
        return new Terms(new DueRule.EndOfMonth(days).toString());
    }

    /** Reads plain terms, such as {@code net 30} or {@code end of month + 30}; refuses anything else. */
    public static Terms parse(String written) {
        return new Terms(PlainTerms.name(PlainTerms.parse(written)));
    }

    @Override
    public String toString() {
        return name;
    }
}
