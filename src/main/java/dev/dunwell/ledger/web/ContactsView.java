package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Contact;
import java.util.List;

/** The people of a customer, in the order in which a reminder looks for someone. */
public record ContactsView(long customerId, List<Contact> contacts, boolean mayChange) {}
