/**
 * Every figure by name: how it is computed, of what, and the rows it is the sum of; the page that shows the book as a
 * whole, sent as a paper to whom it concerns; and what in the figures asks for a person.
 *
 * <p>Start with {@link dev.dunwell.metrics.Catalogue}; what makes it quick is {@link dev.dunwell.metrics.KeepBook}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "archive", "ledger", "foresight", "messaging", "collections"})
@NullMarked
package dev.dunwell.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
