/**
 * Who looks after what: accounts and single invoices in somebody's hands, by hand or by rule, with their history; who
 * works on a customer just now; how much each person does in a day.
 *
 * <p>Start with {@link dev.dunwell.team.HandOver}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "ledger"})
@NullMarked
package dev.dunwell.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
