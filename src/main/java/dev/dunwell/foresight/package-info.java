/**
 * What is to be expected of payments, read only: how each customer pays, when each open invoice will be paid, what
 * comes in week by week, and how well that was foretold before.
 *
 * <p>Start with {@link dev.dunwell.foresight.learning.PayModel}, then {@link dev.dunwell.foresight.Foresee}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "jobs", "ledger"})
@NullMarked
package dev.dunwell.foresight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
