package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.TermsVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a customer buys under.
 *
 * @param current the version in force today; null when nothing was agreed, or nothing is in force yet
 * @param names what can be chosen
 * @param acceptances the newest first
 */
public record CustomerTermsView(
        Customer customer,
        @Nullable TermsVersion current,
        List<String> names,
        List<Acceptance> acceptances,
        boolean mayChange,
        boolean mayAccept) {

    /** Whether the version in force today was accepted. */
    public boolean isAccepted() {
        return current != null && acceptances.stream().anyMatch(each -> each.termsId() == current.id());
    }
}
