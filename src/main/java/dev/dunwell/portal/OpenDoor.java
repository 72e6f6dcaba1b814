package dev.dunwell.portal;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Grade;
import dev.dunwell.messaging.Notices;
import dev.dunwell.messaging.TakeReport;
import dev.dunwell.stages.ReportDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person has pressed the button behind a link: a short visit begins. It is the first thing a link ever writes; what
 * machines fetch leaves no trace. What the link's demand was about counts as viewed, and a mail whose fate was unknown
 * as arrived.
 */
@Component
public class OpenDoor {

    private static final String BY_A_PERSON = "Opened by a person, through the link that was sent.";
    private static final String SEEN = "Seen by %s on the payer’s page.";

    private final Links links;
    private final PayerSessions sessions;
    private final Organisations organisations;
    private final ReportDelivery reportDelivery;
    private final TakeReport takeReport;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OpenDoor(
            Links links,
            PayerSessions sessions,
            Organisations organisations,
            ReportDelivery reportDelivery,
            TakeReport takeReport,
            Notices notices,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.sessions = sessions;
        this.organisations = organisations;
        this.reportDelivery = reportDelivery;
        this.takeReport = takeReport;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What may be said before the button is pressed: who sent the link, and in which language. */
    public record Sender(String vendor, String language) {}

    /** Who sent a link that is good; changes nothing, whoever asks. */
    public Optional<Sender> sender(Secret token) {
        return links.whose(token)
                .flatMap(whose -> Tenant.in(
                        whose.organisation(),
                        () -> links.good(whose.id(), clock.instant())
                                .map(link -> new Sender(organisations.current().name(), link.language()))));
    }

    /** @return the secret of the visit; empty when the link is unknown, ended or was taken back */
    public Optional<Secret> open(Secret token) {
        return links.whose(token)
                .flatMap(whose -> Tenant.in(
                        whose.organisation(),
                        () -> transaction.<Optional<Secret>>execute(
                                _ -> links.good(whose.id(), clock.instant()).map(this::begin))));
    }

    private Secret begin(Link link) {
        Instant now = clock.instant();
        Organisation organisation = organisations.current();
        Secret secret = Secret.link();
        sessions.begin(secret, link.id(), link.language(), now);
        Long message = link.messageId();
        boolean isFirst = links.noteOpened(link.id(), now);
        if (message != null && isFirst) {
            takeReport.take(message, TakeReport.Outcome.ARRIVED, BY_A_PERSON);
            reportDelivery.report(
                    link.payer(),
                    new ReportDelivery.Report(message, Grade.VIEWED, organisation.today(clock), "portal", BY_A_PERSON));
        }
        notices.seen(link.customerId(), SEEN.formatted(link.payer().name()), now);
        audit.write(link.payer(), "door.opened", "customer", link.customerId(), Map.of("link", link.id()));
        return secret;
    }
}
