package dev.dunwell.collections;

/** How a step reaches the customer, or who has to see to it. */
public enum Channel {
    /** The accounting system has sent the invoice itself; nothing is left to do. */
    ACCOUNTING,
    /** A mail, sent by us. */
    MAIL,
    /** A call, made by a person. */
    CALL,
    /** A proposal to hand over to an agency, decided by a person. */
    PROPOSAL
}
