package dev.dunwell.invoicing;

import dev.dunwell.statements.Letterhead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sells to whom, as a paper names them. The address stands in the window of an envelope (DIN 5008 B).
 *
 * @param words in the buyer's language
 */
public record Correspondents(Party seller, Party buyer, InvoiceWords words) {

    /** The seller in one line, for the small print above the address. */
    public String senderLine() {
        Party.Address at = seller.address();
        return known(seller.name(), at.street(), at.postcode() + " " + at.town())
                .collect(Collectors.joining(", "));
    }

    /** The buyer as an envelope wants it; the country only where the post crosses a border. */
    public List<String> address() {
        Party.Address at = buyer.address();
        boolean isAbroad = !at.country().equals(seller.address().country());
        return known(buyer.name(), at.street(), at.postcode() + " " + at.town(), isAbroad ? country(at) : "")
                .toList();
    }

    private String country(Party.Address at) {
        Locale reader = Locale.of(words.language());
        return Locale.of("", at.country()).getDisplayCountry(reader).toUpperCase(reader);
    }

    /** Where the seller is and how to ask it. */
    public List<String> contact() {
        Party.Address at = seller.address();
        Party.Person person = seller.contact();
        return known(at.street(), at.postcode() + " " + at.town(), person.name(), person.phone(), person.email())
                .toList();
    }

    /**
     * What stands at the foot of each page: the letterhead's footer, and the seller's tax numbers, which the law wants.
     */
    public List<String> foot(Letterhead letterhead) {
        List<String> lines = new ArrayList<>(Letterhead.lines(letterhead.footer()));
        List<String> numbers = new ArrayList<>(List.of(seller.name()));
        if (!seller.vatId().isEmpty()) {
            numbers.add(words.word("vat") + " " + seller.vatId());
        }
        if (!seller.taxNumber().isEmpty()) {
            numbers.add(words.word("taxNumber") + " " + seller.taxNumber());
        }
        lines.add(String.join(" · ", numbers));
        return lines;
    }

    private static Stream<String> known(String... lines) {
        return Stream.of(lines).map(String::strip).filter(line -> !line.isEmpty());
    }
}
