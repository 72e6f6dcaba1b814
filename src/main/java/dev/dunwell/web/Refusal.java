package dev.dunwell.web;

/** A request that is well formed and still may not be: the rules of the business say no, with a reason for the person. */
public class Refusal extends RuntimeException {

    private final String code;

    /**
     * @param code for machines, as {@code night.earlier-than-last}
     * @param reason one sentence: what is refused and what to do
     */
    public Refusal(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
