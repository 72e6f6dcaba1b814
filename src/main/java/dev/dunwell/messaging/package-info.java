/** How words leave and arrive: letters in the reader's language, mails, and what became of them. Knows no debts. */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "jobs", "archive"})
@NullMarked
package dev.dunwell.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
