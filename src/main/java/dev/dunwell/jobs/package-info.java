/** Work that happens later or again and again, for one organisation at a time, on any node. Knows no business. */
@ApplicationModule(allowedDependencies = {"kernel", "access"})
@NullMarked
package dev.dunwell.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
