/**
 * What is owed: customers, the people there, terms, invoices, credits, payments and how they were allocated. Facts only;
 * balances are derived.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
@NullMarked
package dev.dunwell.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
