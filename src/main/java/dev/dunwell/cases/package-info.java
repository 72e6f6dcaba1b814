/**
 * What stands between a customer and a payment until a person works it out: disputes, questions, payment plans, and who
 * always pays late.
 *
 * <p>Start with {@link dev.dunwell.cases.Cases}, then {@link dev.dunwell.cases.ResolveDispute}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "ledger",
            "family",
            "messaging",
            "statements",
            "collections"
        })
@NullMarked
package dev.dunwell.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
