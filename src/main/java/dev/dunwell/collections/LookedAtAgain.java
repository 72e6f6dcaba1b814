package dev.dunwell.collections;

/**
 * Holds the gate and the last look together: of each reason whether {@code stop-messages.sql} asks for it again when
 * the message leaves, and if not, why that is right. A new reason must say which.
 */
final class LookedAtAgain {

    private static final String YES = "";

    private LookedAtAgain() {}

    /** Whether what the reason asks for is asked again just before a message leaves. */
    static boolean isAsked(ReasonCode code) {
        return whyNot(code).isEmpty();
    }

    /** Empty when it is asked again; else why it need not be. */
    static String whyNot(ReasonCode code) {
        return switch (code) {
            case BELOW_TOLERANCE,
                    DISPUTED,
                    PROMISED,
                    HELD,
                    CREDIT_COVERS,
                    MANUAL_MODE,
                    NO_CONTACT,
                    ADDRESS_BOUNCED,
                    COOL_DOWN,
                    APPROVAL_PENDING,
                    SPECIAL_CONDITION,
                    PLACED,
                    DEBIT_PENDING,
                    BANK_STALE,
                    OPTED_OUT,
                    PLAN_ON_TRACK,
                    QUESTION_OPEN,
                    UNREAD_ANSWER,
                    AWAY,
                    NOT_OPEN -> YES;
            case QUIET_DAY -> "The message waits for the recipient's hour and is not withdrawn.";
            case MAIL_ON_HOLD -> "Nothing is claimed while mail is on hold; the mode is read again at the hand-over.";
            case FATIGUE -> "Only a contact adds to what they heard, and a contact is looked at as cool-down.";
            case BELOW_ENTRY -> "That other items were settled does not make what the letter says of this one wrong.";
            case BELOW_MINIMUM, DELIVERY_CONDITION ->
                "They concern which step is taken; what the letter says of the invoice is asked by itself.";
            case ANSWERED -> "An answer is an interaction of theirs; whoever answers it is looked at as cool-down.";
            case NOT_ALLOWED,
                    INCOMPLETE,
                    INQUIRY_OPEN,
                    INQUIRY_CLOSED,
                    ACTION_AGREED,
                    NOT_RECEIVED,
                    NOT_CORRECT,
                    SPECIAL_CIRCUMSTANCES,
                    GOODS_NOT_DELIVERED ->
                "They concern the way into a stage; what a person learns by then is a dispute, a question or a contact.";
            case PREFERRED_DAY -> "A wish for another day is for the next message; this one is on its way.";
            case BUNDLED -> "It leaves, so it waits for nothing.";
            case DUPLICATE -> "The unique key of customer, channel and night refuses a second message.";
            case STEP_DUE,
                    CALL_DUE,
                    PROPOSAL_DUE,
                    LETTER_DUE,
                    PORTAL_DUE,
                    SMS_DUE,
                    MANUAL_STEP,
                    NOT_YET,
                    ALL_STEPS_TAKEN -> "It stops nothing.";
        };
    }
}
