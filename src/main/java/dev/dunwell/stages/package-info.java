/**
 * What came of the six stages of each invoice: what proves its delivery, what happened to it, and whether every step
 * was taken or rightly left out.
 *
 * <p>Start with {@link dev.dunwell.stages.Chronology} and {@link dev.dunwell.stages.Compliance}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger", "messaging", "collections"})
@NullMarked
package dev.dunwell.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
