package dev.dunwell.access;

/**
 * Who stands behind one request, as the database has it at that moment: a role taken away is gone with the next request.
 *
 * @param name unique in the installation, for logs and for what is kept per caller: {@code person:7}, {@code key:3}
 * @param hasChoice a person who works for several organisations
 * @param hasFirstPassword a person who still has the password somebody else chose
 */
public record Presence(String name, Caller caller, boolean shortcutsOn, boolean hasChoice, boolean hasFirstPassword) {}
