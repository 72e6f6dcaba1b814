package dev.dunwell.access;

/** An organisation's turn in a transaction of several is about to end: what waits for the commit is done now. */
public record TurnEnds(int organisationId) {}
