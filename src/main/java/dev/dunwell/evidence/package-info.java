/**
 * What can be shown to somebody who doubts: a pack of everything that was sent, said and agreed, sealed by a chain of
 * hashes.
 *
 * <p>Start with {@link dev.dunwell.evidence.MakeEvidencePack}, then {@link dev.dunwell.evidence.Manifest}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "archive", "ledger", "timeline"})
@NullMarked
package dev.dunwell.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
