/**
 * What a customer is told about its account: statements and balance confirmations, in its language, kept as they were.
 *
 * <p>Start with {@link dev.dunwell.statements.Statements}, then {@link dev.dunwell.statements.PrintStatement}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "archive", "jobs", "ledger", "messaging", "payments"})
@NullMarked
package dev.dunwell.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
