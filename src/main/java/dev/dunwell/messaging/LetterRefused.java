package dev.dunwell.messaging;

/** A letter that cannot be written as asked; the message says what is wrong and what to do, for the person who can. */
public final class LetterRefused extends RuntimeException {

    public LetterRefused(String message) {
        super(message);
    }

    LetterRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
