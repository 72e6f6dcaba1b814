package dev.dunwell.collections;

/** Why an item was decided as it was. The names are stored in the database: add to them, never rename one. */
public enum ReasonCode {
    // The gate stops.
    BELOW_TOLERANCE,
    DISPUTED,
    PROMISED,
    HELD,
    CREDIT_COVERS,
    MANUAL_MODE,
    PLAN_ON_TRACK,
    QUESTION_OPEN,
    NO_CONTACT,
    ADDRESS_BOUNCED,
    COOL_DOWN,
    APPROVAL_PENDING,
    QUIET_DAY,
    UNREAD_ANSWER,
    AWAY,
    MAIL_ON_HOLD,
    // The stages ask for more than a step.
    NOT_ALLOWED,
    INCOMPLETE,
    INQUIRY_OPEN,
    INQUIRY_CLOSED,
    ACTION_AGREED,
    NOT_RECEIVED,
    NOT_CORRECT,
    SPECIAL_CIRCUMSTANCES,
    GOODS_NOT_DELIVERED,
    // The strategy asks for more.
    BELOW_MINIMUM,
    DELIVERY_CONDITION,
    ANSWERED,
    // The ladder speaks.
    STEP_DUE,
    CALL_DUE,
    PROPOSAL_DUE,
    LETTER_DUE,
    PORTAL_DUE,
    SMS_DUE,
    MANUAL_STEP,
    NOT_YET,
    NOT_OPEN,
    ALL_STEPS_TAKEN
}
