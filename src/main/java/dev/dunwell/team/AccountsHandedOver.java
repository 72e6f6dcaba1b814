package dev.dunwell.team;

import java.util.Set;

/** Somebody else looks after these customers, or after an invoice of theirs. */
public record AccountsHandedOver(Set<Long> customerIds) {}
