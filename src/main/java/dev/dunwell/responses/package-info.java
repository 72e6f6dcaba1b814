/**
 * What buyers' systems answer about e-invoices: Peppol's Invoice Response and the French life cycle, as an access point
 * hands them over. Each becomes what it means here: evidence of delivery, a question or a dispute.
 *
 * <p>Start with {@link dev.dunwell.responses.TakeResponse}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger", "collections", "stages", "cases"})
@NullMarked
package dev.dunwell.responses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
