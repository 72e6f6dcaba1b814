/**
 * What is owed: customers and the people there, invoices, credit notes, payments and what settled what, as of any day.
 *
 * <p>Start with {@link dev.dunwell.ledger.OpenItems}, then {@link dev.dunwell.ledger.Allocate}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@NullMarked
package dev.dunwell.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
