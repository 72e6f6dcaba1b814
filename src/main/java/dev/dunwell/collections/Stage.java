package dev.dunwell.collections;

/** The six stages of collection, in the order an invoice goes through them. */
public enum Stage {
    SENT(1, "Invoice sent"),
    DELIVERED(2, "Delivery confirmed"),
    FRIENDLY(3, "Friendly reminder"),
    INQUIRY(4, "Inquiry"),
    FIRM(5, "Firm reminder"),
    FINAL(6, "Final notice");

    private final int number;
    private final String title;

    Stage(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** 1 to 6, as people count them. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Inquiry and above: begins only after the due date and is never skipped. The stages below lapse with it. */
    public boolean followsDueDate() {
        return number >= INQUIRY.number;
    }
}
