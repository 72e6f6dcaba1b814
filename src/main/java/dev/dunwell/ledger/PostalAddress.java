package dev.dunwell.ledger;

/**
 * Where the post brings a letter to a customer.
 *
 * @param lines street, place and country, one a line, as they stand below the name
 */
public record PostalAddress(String lines, String author) {}
