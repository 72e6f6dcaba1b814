package dev.dunwell.statements.web;

import dev.dunwell.ledger.Customer;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Paper;
import java.util.List;

/**
 * The statement of a customer.
 *
 * @param rollUp whether the customers below are on it
 * @param papers those made before, the latest first
 */
public record StatementView(Customer customer, Asked asked, boolean rollUp, List<Paper> papers, boolean mayPrint) {

    /** The question for links, beginning with a question mark. */
    public String query() {
        return query(asked, rollUp);
    }

    static String query(Asked asked, boolean rollUp) {
        return asked.to()
                .query(
                        "kind", asked.kind().code(),
                        "from", asked.from().toString(),
                        "to", asked.to().day().toString(),
                        "rollUp", rollUp ? "true" : "");
    }

    public String kind() {
        return asked.kind().code();
    }
}
