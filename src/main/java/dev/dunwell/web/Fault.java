package dev.dunwell.web;

import dev.dunwell.kernel.Problem;
import java.util.List;

/**
 * What went wrong as the asker may know it: no stack, no SQL, no class.
 *
 * @param code stable, for programs: {@code not-found}
 * @param title a few words, {@code Not found}
 * @param detail what happened and what to do, one or two sentences
 * @param problems each bad field; empty for other faults
 */
record Fault(int status, String code, String title, String detail, List<Problem> problems) {

    static Fault of(Refusal refusal) {
        return new Fault(refusal.status(), refusal.code(), "Not done", refusal.reason(), List.of());
    }

    static Fault of(BadInput bad) {
        return new Fault(422, "bad-input", "Please check what you entered", bad.getMessage() + "", bad.problems());
    }

    static Fault of(NotFound missing) {
        return new Fault(404, "not-found", "Not found", missing.getMessage() + "", List.of());
    }

    /** The words for a status that a server or a framework gave. */
    static Fault of(int status) {
        return switch (status) {
            case 400 -> plain(400, "bad-request", "Not understood", "The request is malformed, so nothing was done.");
            case 401 -> plain(401, "not-signed-in", "Please sign in", "Sign in and try again.");
            case 403 ->
                plain(
                        403,
                        "not-allowed",
                        "Not allowed",
                        "Your role does not allow this. An administrator can" + " change it under Settings, People.");
            case 404 ->
                plain(
                        404,
                        "not-found",
                        "Not found",
                        "There is nothing at this address, or nothing that you may" + " see.");
            case 405 -> plain(405, "wrong-method", "Not done", "This address does not take that kind of request.");
            case 406 -> plain(406, "not-acceptable", "Not available", "There is no such form of this.");
            case 413 ->
                plain(
                        413,
                        "too-large",
                        "Too large",
                        "What was sent is larger than this server takes. Split the"
                                + " file, or ask an administrator to raise the limit.");
            case 415 -> plain(415, "wrong-media-type", "Not understood", "This kind of content is not taken here.");
            case 429 -> plain(429, "too-many", "Too many requests", "Wait a few minutes and try again.");
            case 503 -> plain(503, "unavailable", "Not available just now", "Try again in a minute.");
            default ->
                status < 500 && status >= 400
                        ? plain(status, "refused", "Not done", "The request could not be carried out.")
                        : plain(
                                Math.max(500, status),
                                "failed",
                                "Something broke",
                                "It is our fault, not yours, and it is written in the log. Try again; if it stays,"
                                        + " tell an administrator the number of this request.");
        };
    }

    /** A form came back with a token of an earlier session: of before the last sign-in, or of another organisation. */
    static Fault staleForm() {
        return plain(
                409,
                "stale-form",
                "This page is too old",
                "You signed in again or changed the organisation since it"
                        + " was opened, so nothing was done. Go back and reload it, then send it once more.");
    }

    private static Fault plain(int status, String code, String title, String detail) {
        return new Fault(status, code, title, detail, List.of());
    }
}
