/**
 * Who may do what, for whom: organisations and the wall between them, people and roles, sign-in, keys, the audit chain.
 *
 * <p>Start with {@link dev.dunwell.access.Tenant}, then {@link dev.dunwell.access.Caller}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web"})
@NullMarked
package dev.dunwell.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
