/**
 * What would it bring to ask for money otherwise: discounts, instalments, tighter terms, sooner reminders, agencies,
 * each against how customers really pay; and what it brought, measured against customers left as they were.
 *
 * <p>Start with {@link dev.dunwell.whatif.Calculation#of}, then {@link dev.dunwell.whatif.Effect}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger", "collections", "foresight"})
@NullMarked
package dev.dunwell.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
