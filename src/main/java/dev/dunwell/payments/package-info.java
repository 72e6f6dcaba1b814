/**
 * How money can be paid: bank transfer with a reference that is recognised again, cheque, direct debit, card and
 * wallet; and how it comes in once, however often a gateway tells of it.
 *
 * <p>Start with {@link dev.dunwell.payments.WaysToPay}, then {@link dev.dunwell.payments.References}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "archive", "jobs", "ledger", "messaging", "reach"})
@NullMarked
package dev.dunwell.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
