/**
 * The words we write and say, and letters on paper: texts with their versions, trying them out on a customer, call
 * scripts, the print batch and the post.
 *
 * <p>Start with {@link dev.dunwell.letters.TryText}, then {@link dev.dunwell.letters.PrintLetters}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "archive",
            "ledger",
            "messaging",
            "payments",
            "statements",
            "collections"
        })
@NullMarked
package dev.dunwell.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
