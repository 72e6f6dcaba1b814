package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Secret;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.messaging.SendAtOnce;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends somebody a link outside any demand. Nobody of the house ever sees it: it is made, mailed and forgotten. Call it
 * with the organisation bound and outside a transaction.
 */
@Component
public class SendLink {

    private final Links links;
    private final Organisations organisations;
    private final PublicAddress address;
    private final SendAtOnce sendAtOnce;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendLink(
            Links links,
            Organisations organisations,
            PublicAddress address,
            SendAtOnce sendAtOnce,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.organisations = organisations;
        this.address = address;
        this.sendAtOnce = sendAtOnce;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * To the first of a customer who can be mailed; refuses when there is nobody, and while mail stays in the house.
     */
    public void to(Caller caller, long customerId) {
        Links.Recipient to = links.recipient(customerId, null)
                .orElseThrow(() -> Refusal.conflict(
                        "nobody-to-mail", "Nobody there can be mailed: add a contact with a mail address first."));
        if (!send(to, caller.actor())) {
            throw Refusal.conflict(
                    "mail-stays",
                    "The link could not be sent: mail is on hold or stopped, or the public address is not set.");
        }
    }

    /** @return whether it left */
    boolean send(Links.Recipient to, Actor by) {
        Organisation vendor = organisations.current();
        String here = address.of(vendor).orElse(null);
        if (here == null) {
            return false;
        }
        Secret token = Secret.link();
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            Duration good = Duration.ofDays(links.setting().linkDays());
            long id = links.insert(token, to, now, now.plus(good), by);
            audit.write(by, "door.link-sent", "customer", to.customerId(), Map.of("link", id));
        });
        DoorWords words = DoorWords.of(to.language());
        return sendAtOnce.send(new SendAtOnce.Note(
                to.name(),
                to.address(),
                words.language(),
                words.word("newlink.subject", vendor.name()),
                words.word("newlink.text", vendor.name(), here + "/d/" + token.text())));
    }
}
