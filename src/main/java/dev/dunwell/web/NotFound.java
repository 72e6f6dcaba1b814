package dev.dunwell.web;

/** What was asked for does not exist, or not for this organisation; both sound the same. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
