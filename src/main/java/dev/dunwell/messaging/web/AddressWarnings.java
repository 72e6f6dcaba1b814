package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Warnings;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.web.Notice;
import java.util.List;
import org.springframework.stereotype.Component;

/** While mail really leaves and nobody has said where payers reach this installation, every page says so. */
@Component
class AddressWarnings implements Warnings {

    private final PublicAddress publicAddress;

    AddressWarnings(PublicAddress publicAddress) {
        this.publicAddress = publicAddress;
    }

    @Override
    public List<Notice> of(Caller caller) {
        return publicAddress.isMissing(caller.organisation())
                ? List.of(
                        Notice.of("Mail leaves without links to what is open: set DUNWELL_ADDRESS to where payers reach"
                                + " this installation, https://pay.example for example, and start again."))
                : List.of();
    }
}
