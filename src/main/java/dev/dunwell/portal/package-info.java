/**
 * The payer's door: what a payer has open with one vendor or several, on one page without an account, and everything
 * they may answer.
 *
 * <p>A link is a {@link dev.dunwell.access.Secret}: it travels in a mail, and only its hash is kept.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "copies",
            "jobs",
            "ledger",
            "messaging",
            "reach",
            "deals",
            "collections",
            "cases",
            "statements",
            "stages",
            "relations",
            "payments"
        })
@NullMarked
package dev.dunwell.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
