/**
 * The book as an accountant reads it: postings that balance, and their way into the general ledger. Derived from the
 * facts of the ledger; nothing is posted twice.
 *
 * <p>Start with {@link dev.dunwell.journal.Journal}, then {@link dev.dunwell.journal.ExportJournal}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "archive", "ledger"})
@NullMarked
package dev.dunwell.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
