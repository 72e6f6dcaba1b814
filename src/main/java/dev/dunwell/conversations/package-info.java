/**
 * What customers answer: mail in, whose it is, what it says, and what follows from it.
 *
 * <p>Start with {@link dev.dunwell.conversations.reading.IncomingMail}, then
 * {@link dev.dunwell.conversations.ReceiveMail}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "access", "archive", "jobs", "ledger", "messaging", "collections"})
@NullMarked
package dev.dunwell.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
