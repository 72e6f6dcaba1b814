/**
 * The copies of invoices that are on file: brought by people and programs, or kept from the e-invoices that came in. A
 * letter whose words ask for them takes them along.
 *
 * <p>Start with {@link dev.dunwell.copies.KeepCopy}, then {@link dev.dunwell.copies.EncloseCopies}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "archive", "ledger", "messaging"})
@NullMarked
package dev.dunwell.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
