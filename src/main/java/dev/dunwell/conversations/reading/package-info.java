/**
 * What a mail says: the answer without what it quotes, whether a person wrote it, what became of a mail of ours. Pure.
 */
@NullMarked
package dev.dunwell.conversations.reading;

import org.jspecify.annotations.NullMarked;
