package dev.dunwell.portal;

import dev.dunwell.access.Actor;

/**
 * Where a payer owes: one customer of one organisation, as one visit names it.
 *
 * @param key in addresses; says nothing outside the visit, so that no id can be counted
 * @param actor who they are there, as that organisation knows them
 */
public record Place(String key, int organisation, long customerId, Actor actor) {}
