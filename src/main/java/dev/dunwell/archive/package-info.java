/** Originals from outside, kept as they came and found again by what they contain. */
@ApplicationModule(allowedDependencies = {"kernel", "access"})
@NullMarked
package dev.dunwell.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
