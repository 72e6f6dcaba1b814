package dev.dunwell.collections;

import dev.dunwell.access.Caller;

/** A contact with a customer was written down; who hears it writes in the same transaction. */
public record ContactLogged(Caller caller, long interactionId, LogContact.Contact contact) {}
