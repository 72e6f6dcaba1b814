/**
 * What comes before an invoice: products, quotes that carry terms until somebody accepts them, and orders with deposits
 * and milestones. What is reached or delivered becomes billable work; issuing is done by others.
 *
 * <p>Start with {@link dev.dunwell.deals.Quote}, then {@link dev.dunwell.deals.Order} and
 * {@link dev.dunwell.deals.Parts}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "ledger",
            "agreements",
            "messaging",
            "statements",
            "invoicing"
        })
@NullMarked
package dev.dunwell.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
