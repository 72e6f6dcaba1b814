/** The night's work in the order the data flows. The only place where that order is written down. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "jobs",
            "collections",
            "cases",
            "conversations",
            "messaging",
            "integrity",
            "foresight",
            "metrics",
            "credit",
            "billing",
            "team",
            "relations",
            "invoicing"
        })
@NullMarked
package dev.dunwell.nightshift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
