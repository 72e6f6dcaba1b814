/**
 * How much a customer may owe: limits with their history, exposure over a family, what a breach means, and a score that
 * explains itself.
 *
 * <p>Start with {@link dev.dunwell.credit.CreditStanding#of}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "archive", "ledger", "family", "messaging", "metrics"})
@NullMarked
package dev.dunwell.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
