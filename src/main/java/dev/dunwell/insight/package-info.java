/**
 * What the ledger means, read only: how old is what is owed.
 *
 * <p>Start with {@link dev.dunwell.insight.Aging}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger"})
@NullMarked
package dev.dunwell.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
