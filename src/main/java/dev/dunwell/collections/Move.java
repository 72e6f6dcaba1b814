package dev.dunwell.collections;

/** What can be done to move an invoice on its way through the six stages. */
public enum Move {
    SEND("send the invoice"),
    CHECK_DELIVERY("ask whether it arrived"),
    CONFIRM("record what shows its delivery"),
    REMIND("remind before the due date"),
    INQUIRE("ask why it is late"),
    CLOSE_INQUIRY("close the inquiry"),
    PRESS("press for payment"),
    ESCALATE("have a manager call"),
    GIVE_NOTICE("give a final notice"),
    PROPOSE("propose to hand it over"),
    SKIP("leave out a step");

    private final String words;

    Move(String words) {
        this.words = words;
    }

    /** Inside a sentence: "to press for payment". */
    public String words() {
        return words;
    }

    /** The move that a step of a strategy makes. */
    static Move by(Step step) {
        return switch (step.stage()) {
            case SENT -> SEND;
            case DELIVERED -> CHECK_DELIVERY;
            case FRIENDLY -> REMIND;
            case INQUIRY -> INQUIRE;
            case FIRM -> PRESS;
            case FINAL ->
                switch (step.channel()) {
                    case PROPOSAL -> PROPOSE;
                    case CALL -> ESCALATE;
                    default -> GIVE_NOTICE;
                };
        };
    }
}
