package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this installation is found from outside. Without it a mail that really leaves carries no link, since it would
 * lead nowhere; the mailbox of this installation is read on this machine.
 */
@Component
public class PublicAddress {

    private final String configured;
    private final String here;

    /** @param configured {@code https://pay.example}, or empty; refuses the start with anything else */
    PublicAddress(@Value("${dunwell.address:}") String configured, @Value("${dunwell.port:8080}") String port) {
        this.configured = configured.isBlank() ? "" : checked(configured.strip());
        this.here = "http://localhost:" + port;
    }

    private static String checked(String address) {
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        if (!plain.matches("https?://[^/?#\\s@]+") || URI.create(plain).getHost() == null) {
            throw new IllegalStateException(
                    "DUNWELL_ADDRESS is %s: write where payers reach this installation, https://pay.example for example."
                            .formatted(address));
        }
        return plain;
    }

    /** Without a slash at its end; empty where what leaves must not carry a link. */
    public Optional<String> of(Organisation organisation) {
        if (!configured.isEmpty()) {
            return Optional.of(configured);
        } else {
            return organisation.mailMode() == MailMode.LIVE ? Optional.empty() : Optional.of(here);
        }
    }

    /** Whether mail of the organisation leaves without any link, because nobody has said where this installation is. */
    public boolean isMissing(Organisation organisation) {
        return of(organisation).isEmpty();
    }

    /** As somebody types it: without the scheme. */
    public static String typed(String address) {
        return address.replaceFirst("^https?://", "");
    }
}
