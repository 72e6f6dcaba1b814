/**
 * Whether a customer may be reached at all, through which channel and at which hours, and how much an organisation asks
 * of its own mail. Decides nothing: the gate asks for these facts.
 *
 * <p>Start with {@link dev.dunwell.reach.Condition} and {@link dev.dunwell.reach.Limits}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger", "messaging"})
@NullMarked
package dev.dunwell.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
