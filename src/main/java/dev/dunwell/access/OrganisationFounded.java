package dev.dunwell.access;

/** An organisation has begun, in its own transaction: who keeps something for every organisation adds it now. */
public record OrganisationFounded(int organisation) {}
