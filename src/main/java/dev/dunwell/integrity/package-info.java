/**
 * The books compared with themselves: every night and when somebody asks, and kept to be read.
 *
 * <p>Start with {@link dev.dunwell.integrity.CheckIntegrity}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger"})
@NullMarked
package dev.dunwell.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
