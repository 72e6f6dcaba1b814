/**
 * What was agreed and is to be billed: contracts with recurring lines, projects with milestones, hours and expenses. It
 * says what is to be billed and when; issuing is done by others.
 *
 * <p>Start with {@link dev.dunwell.agreements.Billing}, then {@link dev.dunwell.agreements.Billables}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger"})
@NullMarked
package dev.dunwell.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
