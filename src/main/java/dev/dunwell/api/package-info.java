/**
 * What is common to all of {@code /api/v1}: exact JSON, answers kept for repeated requests, the description of itself.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@NullMarked
package dev.dunwell.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
