/** The door in for what other systems know: files become records and problems, a dry run, a commit, an undo. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.dunwell.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
