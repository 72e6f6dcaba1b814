package dev.dunwell.conversations.reading;

/**
 * The words of a mail in their three kinds.
 *
 * @param answer what its writer says now
 * @param quoted what is repeated from earlier mails; may be empty
 * @param signature the lines under the words; may be empty
 */
public record Said(String answer, String quoted, String signature) {}
