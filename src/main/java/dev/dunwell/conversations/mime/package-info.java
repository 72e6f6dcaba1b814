/** A mail taken apart, whatever shape it comes in: pure, with limits, and never at a loss. */
@NullMarked
package dev.dunwell.conversations.mime;

import org.jspecify.annotations.NullMarked;
