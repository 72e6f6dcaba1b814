package dev.dunwell.collections;

/** How well it is shown that an invoice arrived, from not at all to signed for (R143). The number is stored. */
public enum Grade {
    /** Nothing is known, or what was sent came back. */
    NONE(0, "Not shown"),
    /** It left the house; accounting says so, or a letter was posted. */
    SENT(1, "Sent"),
    /** The mail server of the receiver took it over. */
    ACCEPTED(2, "Accepted by their server"),
    /** A delivery report says that it reached the mailbox. */
    DELIVERED(3, "Delivered"),
    /** Somebody opened it in the portal; scanners do so too, therefore it proves less than a person's word. */
    VIEWED(4, "Viewed"),
    /** A person there said that they have it. */
    CONFIRMED(5, "Confirmed by a person"),
    /** Their system acknowledged the e-invoice. */
    ACKNOWLEDGED(6, "Acknowledged"),
    /** A signature proves it. */
    SIGNED(7, "Signed for");

    /** The least that counts as received before pressure. */
    static final Grade ENOUGH = ACCEPTED;

    private final int number;
    private final String title;

    Grade(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** As stored, 0 to 7. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Whether the delivery counts as confirmed: by a report or better. */
    public boolean confirmsDelivery() {
        return number >= DELIVERED.number;
    }

    /** @param number as stored */
    public static Grade of(int number) {
        return values()[number];
    }
}
