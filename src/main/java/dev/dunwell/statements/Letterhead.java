package dev.dunwell.statements;

import java.util.List;

/**
 * What stands on every paper of an organisation; each may have several lines, or none.
 *
 * @param address of the organisation
 * @param paymentDetails where to pay: bank, IBAN, reference
 * @param footer what the law wants on business letters
 */
public record Letterhead(String address, String paymentDetails, String footer) {

    public static final Letterhead NONE = new Letterhead("", "", "");

    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
