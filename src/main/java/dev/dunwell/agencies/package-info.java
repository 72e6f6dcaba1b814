/**
 * Outside help: what was placed with which agency, on which terms, and what came of it.
 *
 * <p>Start with {@link dev.dunwell.agencies.PlaceAccount}, then {@link dev.dunwell.agencies.PlacedAccounts}, the wall.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "archive", "ledger", "reach", "evidence"})
@NullMarked
package dev.dunwell.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
