package dev.dunwell.portal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.portal.Link;
import dev.dunwell.portal.Links;
import dev.dunwell.portal.RevokeLinks;
import dev.dunwell.portal.SendLink;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The links of payers, for programs. What opens a door is in no answer: it goes to the payer's address alone. */
@RestController
class LinksApi {

    private static final int SHOWN = 100;

    private final Customers customers;
    private final Links links;
    private final SendLink sendLink;
    private final RevokeLinks revokeLinks;
    private final Clock clock;

    LinksApi(Customers customers, Links links, SendLink sendLink, RevokeLinks revokeLinks, Clock clock) {
        this.customers = customers;
        this.links = links;
        this.sendLink = sendLink;
        this.revokeLinks = revokeLinks;
        this.clock = clock;
    }

    /**
     * A link without what opens it.
     *
     * @param to null when the demand went on paper
     * @param code says to anybody whether the demand is genuine
     * @param isGood whether it opens something now
     */
    record LinkJson(
            long id,
            @Nullable String to,
            String language,
            String code,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant openedAt,
            @Nullable Instant revokedAt,
            boolean isGood) {

        static LinkJson of(Link link, Instant now) {
            return new LinkJson(
                    link.id(),
                    link.toAddress(),
                    link.language(),
                    link.code(),
                    link.madeAt(),
                    link.expiresAt(),
                    link.openedAt(),
                    link.revokedAt(),
                    link.isGood(now));
        }
    }

    /** The latest of a customer, the latest first. */
    record AllLinks(List<LinkJson> items) {}

    /** How many were good until now. */
    record Revoked(int revoked) {}

    @Operation(summary = "The links of a customer's payers, the latest first")
    @GetMapping("/api/v1/customers/{number}/door-links")
    AllLinks all(@PathVariable String number) {
        Instant now = clock.instant();
        return new AllLinks(links.of(customer(number), SHOWN).stream()
                .map(link -> LinkJson.of(link, now))
                .toList());
    }

    @Operation(summary = "Mail a new link to the first of a customer who can be mailed; no answer ever contains it")
    @PostMapping("/api/v1/customers/{number}/door-links")
    @ResponseStatus(HttpStatus.CREATED)
    LinkJson send(Caller caller, @PathVariable String number) {
        long customer = customer(number);
        sendLink.to(caller, customer);
        return LinkJson.of(links.of(customer, 1).getFirst(), clock.instant());
    }

    @Operation(summary = "Take back every link of a customer")
    @DeleteMapping("/api/v1/customers/{number}/door-links")
    Revoked revoke(Caller caller, @PathVariable String number) {
        return new Revoked(revokeLinks.revoke(caller, customer(number)));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
