/** Dunwell: a CRM for receivables. ARCHITECTURE.md is the map of the house. */
@NullMarked
package dev.dunwell;

import org.jspecify.annotations.NullMarked;
