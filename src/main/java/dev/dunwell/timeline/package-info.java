/**
 * What happened to whom, read from the facts of all modules; nothing is copied, so nothing can disagree.
 *
 * <p>Start with {@link dev.dunwell.timeline.Timeline}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@NullMarked
package dev.dunwell.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
