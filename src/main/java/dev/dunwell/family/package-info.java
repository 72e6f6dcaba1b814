/**
 * Who belongs to whom: relations between customers, the families they make, whose letters go to whom, and two customers
 * that turn out to be one.
 *
 * <p>Start with {@link dev.dunwell.family.Families} and {@link dev.dunwell.family.MergeCustomers}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger"})
@NullMarked
package dev.dunwell.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
