package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets where letters on paper go from now on; letters that were printed keep theirs. Two to six lines below the name,
 * or none, which means that no address is known. The same address again changes nothing.
 */
@Component
public class ChangePostalAddress {

    private static final int MOST_LINES = 6;
    /** What fits into the window of an envelope. */
    private static final int LONGEST_LINE = 48;

    private final Customers customers;
    private final PostalAddresses addresses;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChangePostalAddress(Customers customers, PostalAddresses addresses, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.addresses = addresses;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void change(Actor actor, long customerId, String typed) {
        customers.require(customerId);
        List<String> lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() == 1 || lines.size() > MOST_LINES) {
            throw BadInput.in("lines", "Give two to six lines: street, place, country; the name is put above them.");
        } else if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw BadInput.in(
                    "lines",
                    "Shorten the lines to %d characters, so that they fit the window.".formatted(LONGEST_LINE));
        }
        String address = lines.stream().collect(Collectors.joining("\n"));
        if (!address.equals(addresses.of(customerId).map(PostalAddress::lines).orElse(""))) {
            addresses.insert(customerId, new PostalAddress(address, actor.name()));
            events.publishEvent(new LedgerChanged(Set.of(customerId)));
            audit.write(actor, "postal_address.changed", "customer", customerId, Map.of("lines", address));
        }
    }
}
