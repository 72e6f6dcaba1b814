/**
 * What late payment costs: interest and fees by the terms or by statute, claimed, held or waived.
 *
 * <p>Start with {@link dev.dunwell.billing.Interest}, then {@link dev.dunwell.billing.LateCosts}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "ledger",
            "messaging",
            "payments",
            "statements",
            "copies"
        })
@NullMarked
package dev.dunwell.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
