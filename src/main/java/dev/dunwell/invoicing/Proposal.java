package dev.dunwell.invoicing;

import dev.dunwell.agreements.Contract;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that could be issued now: what would stand on it, and what a look at it found.
 *
 * @param billables what it would bill, by their ids
 * @param termsId the version of terms that was accepted for it; null: what is agreed with the customer
 * @param dueOn by these terms; null when none are in force
 * @param findings empty when nothing is missing and nothing is strange
 */
public record Proposal(
        Recipient recipient,
        List<Long> billables,
        Draft draft,
        Contract.Issue issue,
        @Nullable Long termsId,
        @Nullable LocalDate dueOn,
        List<Finding> findings) {

    public Proposal {
        billables = List.copyOf(billables);
        findings = List.copyOf(findings);
    }

    /** Who gets it; the buyer is null while nobody said how invoices name the customer. */
    public record Recipient(
            long customerId,
            String number,
            String name,
            String language,
            @Nullable Buyer buyer) {}

    /** Whether it cannot leave as it is. */
    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.code().refuses());
    }

    /** Whether the night issues it without asking. */
    public boolean isClear() {
        return findings.isEmpty() && issue == Contract.Issue.AUTOMATIC;
    }
}
