package dev.dunwell.stages;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisations;
import dev.dunwell.collections.Grade;
import dev.dunwell.messaging.MailDelivered;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is learned about a mail is evidence for every invoice that it asked for: their server reported it delivered, or
 * somebody there read or answered it. An answer shows that they have the mail; that they have the invoice itself only a
 * person says, so no mail proves more than a view.
 */
@Component
class HearDelivery {

    private static final Actor READER = Actor.automation("Mail reports");

    private final ReportDelivery reportDelivery;
    private final Organisations organisations;
    private final Clock clock;

    HearDelivery(ReportDelivery reportDelivery, Organisations organisations, Clock clock) {
        this.reportDelivery = reportDelivery;
        this.organisations = organisations;
        this.clock = clock;
    }

    @EventListener
    void on(MailDelivered event) {
        Grade grade = switch (event.proof()) {
            case ARRIVED -> Grade.DELIVERED;
            case READ, ANSWERED -> Grade.VIEWED;
        };
        reportDelivery.report(
                READER,
                new ReportDelivery.Report(
                        event.messageId(), grade, organisations.current().today(clock), "report", event.evidence()));
    }
}
