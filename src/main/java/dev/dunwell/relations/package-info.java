/**
 * Whether it is good to be a customer of ours, measured: how fast we answer, how often an invoice is right the first
 * time, what payers say after they paid, how calls went; and how far invoices get on their way to being paid.
 *
 * <p>Start with {@link dev.dunwell.relations.ResponseTimes}, {@link dev.dunwell.relations.Accuracy},
 * {@link dev.dunwell.relations.Satisfaction} and {@link dev.dunwell.relations.Funnel}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "jobs", "ledger", "messaging", "reach", "collections", "cases"
        })
@NullMarked
package dev.dunwell.relations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
