package dev.dunwell.statements;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on every paper of an organisation; each may have several lines, or none.
 *
 * @param address of the organisation
 * @param paymentDetails where to pay: bank, IBAN, reference
 * @param footer what the law wants on business letters
 * @param brand how the paper looks
 */
public record Letterhead(String address, String paymentDetails, String footer, Brand brand) {

    public static final Letterhead NONE = new Letterhead("", "", "");

    /** Without a logo and in our colour. */
    public Letterhead(String address, String paymentDetails, String footer) {
        this(address, paymentDetails, footer, Brand.PLAIN);
    }

    /** Who writes in one line, its street and town, for the small print above an address. */
    public String senderLine(String vendor) {
        return Stream.concat(Stream.of(vendor), lines(address).stream().limit(2))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
