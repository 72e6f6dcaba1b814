/**
 * Stories: a small language of dated lines that builds demo worlds and tests, through the doors that everybody uses.
 *
 * <p>Start with {@link dev.dunwell.demo.Story}, then {@link dev.dunwell.demo.Storyteller}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "ledger",
            "family",
            "billing",
            "messaging",
            "reach",
            "collections",
            "cases",
            "conversations",
            "credit",
            "foresight",
            "metrics",
            "payments",
            "agreements",
            "deals",
            "invoicing",
            "nightshift"
        })
@NullMarked
package dev.dunwell.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
