/** What pages have in common. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.dunwell.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
