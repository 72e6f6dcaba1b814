package dev.dunwell.web;

/** There is no such thing, or not for this reader: the answer is the same 404, so that nobody learns which. */
public class NotFound extends RuntimeException {

    /** @param what in plain words, {@code invoice}; never the id that was asked for */
    public NotFound(String what) {
        super("There is no such " + what + " here.");
    }
}
