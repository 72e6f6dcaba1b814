package dev.dunwell.collections;

/** Where an invoice stands on its way through the six stages; derived from what was done, never stored. */
public enum Station {
    RECORDED(Stage.SENT, "not sent yet"),
    SENT(Stage.SENT, "sent"),
    CONFIRMED(Stage.DELIVERED, "delivered"),
    REMINDED(Stage.FRIENDLY, "reminded before its due date"),
    INQUIRING(Stage.INQUIRY, "asked about, the inquiry being open"),
    EXPLAINED(Stage.INQUIRY, "asked about, the inquiry being closed"),
    PRESSED(Stage.FIRM, "under pressure"),
    ESCALATED(Stage.FINAL, "with management"),
    NOTICED(Stage.FINAL, "under final notice"),
    PROPOSED(Stage.FINAL, "proposed for hand-over"),
    SETTLED(Stage.SENT, "settled");

    private final Stage stage;
    private final String words;

    Station(Stage stage, String words) {
        this.stage = stage;
        this.words = words;
    }

    /** The stage it belongs to. */
    public Stage stage() {
        return stage;
    }

    /** Inside a sentence: "the invoice is under pressure". */
    public String words() {
        return words;
    }

    /** Where an open item stands when its last step is this one. */
    static Station after(Step last, Journey journey) {
        return switch (Move.by(last)) {
            case SEND, CHECK_DELIVERY -> journey.received().confirmsDelivery() ? CONFIRMED : SENT;
            case REMIND -> REMINDED;
            case INQUIRE -> journey.isExplained() ? EXPLAINED : INQUIRING;
            case PRESS -> PRESSED;
            case ESCALATE -> ESCALATED;
            case GIVE_NOTICE -> NOTICED;
            case PROPOSE -> PROPOSED;
            case CONFIRM, CLOSE_INQUIRY, SKIP -> throw new IllegalStateException(last.name() + " is no such step");
        };
    }
}
