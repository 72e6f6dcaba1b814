package dev.dunwell.web;

/**
 * One line of a list to choose from, for web/select.
 *
 * @param value what the form sends
 * @param label what the reader sees
 */
public record Choice(String value, String label) {}
