package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Attempts;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.payments.AccountNews;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers whether a demand is genuine, by the code on it, to anybody: who sent it and when, nothing of what it says.
 * And sends a new link to where the demand went, for whoever's link has ended or came on paper; whoever asks learns
 * nothing by it.
 */
@Component
public class CheckDemand {

    private final Links links;
    private final Organisations organisations;
    private final SendLink sendLink;
    private final AccountNews accountNews;
    private final Attempts newLinks;
    private final Clock clock;

    CheckDemand(Links links, Organisations organisations, SendLink sendLink, AccountNews accountNews, Clock clock) {
        this.accountNews = accountNews;
        this.clock = clock;
        this.links = links;
        this.organisations = organisations;
        this.sendLink = sendLink;
        this.newLinks = new Attempts(2, Duration.ofHours(1), clock);
    }

    /** Empty when no demand of this installation carries the code. */
    public Optional<Genuine> check(DemandCode code) {
        return links.whose(code)
                .flatMap(whose -> Tenant.in(
                        whose.organisation(),
                        () -> links.byId(whose.id()).map(link -> {
                            Organisation vendor = organisations.current();
                            return new Genuine(
                                    vendor.name(),
                                    link.madeAt().atZone(vendor.zone()).toLocalDate(),
                                    recipient(link).isPresent(),
                                    accountNews.of(vendor.today(clock)));
                        })));
    }

    /** Sends a new link, at most twice an hour for one code; says nothing of whether it did. */
    public void sendLink(DemandCode code) {
        if (newLinks.count(code.text()).isZero()) {
            links.whose(code)
                    .ifPresent(whose -> Tenant.runIn(
                            whose.organisation(),
                            () -> links.byId(whose.id())
                                    .flatMap(this::recipient)
                                    .ifPresent(to -> sendLink.send(to, Actor.payer(to.name())))));
        }
    }

    /** Where the demand went, as long as somebody there has that address; of a letter the first who can be mailed. */
    private Optional<Links.Recipient> recipient(Link link) {
        return links.recipient(link.customerId(), link.toAddress());
    }
}
