package dev.dunwell.reach;

/**
 * Where somebody gets text messages.
 *
 * @param number E.164, {@code +441632960001}
 */
public record MobileNumber(long contactId, String contactName, String number) {}
