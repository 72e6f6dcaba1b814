/**
 * What to know before a call, on one page: what the customer is worth, what it owes, what it promised and said, and
 * what to ask for.
 *
 * <p>Start with {@link dev.dunwell.briefs.CallBriefs}, then {@link dev.dunwell.briefs.Offer}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger", "reach"})
@NullMarked
package dev.dunwell.briefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
