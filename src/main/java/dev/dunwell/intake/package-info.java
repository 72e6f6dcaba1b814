/**
 * The door in for what other systems know: files become records and problems, a dry run, a commit, an undo.
 *
 * <p>Start with {@link dev.dunwell.intake.TakeFile}, then {@link dev.dunwell.intake.Comparison}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "jobs", "archive", "ledger", "agreements"})
@NullMarked
package dev.dunwell.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
