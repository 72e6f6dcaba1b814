/**
 * What a colleague does appears without reload: a page keeps one stream open that says that something changed, and then
 * looks again. The audit chain is the counter of changes, the same for every node of the house.
 *
 * <p>Start with {@link dev.dunwell.live.ChangeFeed}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@NullMarked
package dev.dunwell.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
