/**
 * Who hears from us next, and why: the steps of a strategy, the gate in front of them, the decision with its reason.
 *
 * <p>Start with {@link dev.dunwell.collections.Policy#decide}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "ledger", "family", "intake", "messaging", "reach", "team"})
@NullMarked
package dev.dunwell.collections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
