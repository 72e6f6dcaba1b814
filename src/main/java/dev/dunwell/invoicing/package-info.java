/**
 * Invoices that issue themselves: what was agreed becomes numbered, complete documents that people and machines can
 * read, and a fact of the ledger. An organisation that bills elsewhere leaves it off.
 *
 * <p>Start with {@link dev.dunwell.invoicing.IssueDue}, then {@link dev.dunwell.invoicing.IssueInvoice}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "jobs",
            "ledger",
            "agreements",
            "messaging",
            "payments",
            "statements",
            "copies",
            "intake :: einvoice"
        })
@NullMarked
package dev.dunwell.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
