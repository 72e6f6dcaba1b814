package dev.dunwell.web;

/**
 * The business says no: the request was understood and is well formed, but must not be done, and here is why.
 *
 * <p>A page answers with the reason above the form, the API with problem+json.
 */
public class Refusal extends RuntimeException {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String reason) {
        super(reason);
        this.status = status;
        this.code = code;
    }

    /**
     * What is asked does not fit the rules (422).
     *
     * @param code stable, for programs: {@code promise-in-the-past}
     * @param reason one sentence for a person, with what to do instead
     */
    public static Refusal because(String code, String reason) {
        return new Refusal(UNPROCESSABLE, code, reason);
    }

    /** What is asked does not fit what meanwhile is (409): already paid, already undone, changed by another. */
    public static Refusal conflict(String code, String reason) {
        return new Refusal(CONFLICT, code, reason);
    }

    /** The request itself is wrong and must not be sent again like this (400). */
    public static Refusal malformed(String code, String reason) {
        return new Refusal(BAD_REQUEST, code, reason);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
