package dev.dunwell.access;

/** An organisation that a person works for, and as what. */
public record Membership(int organisationId, String organisation, Role role) {}
