package dev.dunwell.metrics;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.messaging.Attachment;
import dev.dunwell.messaging.SendAtOnce;
import dev.dunwell.metrics.FiguresMails.FiguresMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the figures to whoever gets them today. Whom a mail could not reach is tried again, for as long as the day
 * lasts; while mail is on hold nothing leaves.
 */
@Component
public class MailFigures {

    private static final Actor WEEKLY = Actor.automation("figures");

    private final FiguresMails mails;
    private final Oversee oversee;
    private final Alerts alerts;
    private final FiguresPaper paper;
    private final List<AlongWithFigures> along;
    private final SendAtOnce sendAtOnce;
    private final Audit audit;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    MailFigures(
            FiguresMails mails,
            Oversee oversee,
            Alerts alerts,
            FiguresPaper paper,
            List<AlongWithFigures> along,
            SendAtOnce sendAtOnce,
            Audit audit,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.oversee = oversee;
        this.alerts = alerts;
        this.paper = paper;
        this.along = along;
        this.sendAtOnce = sendAtOnce;
        this.audit = audit;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Call it with the organisation bound and outside a transaction.
     *
     * @return how many left
     */
    public int send(Organisation organisation, LocalDate today) {
        List<FiguresMail> due = mails.due(today);
        if (due.isEmpty()) {
            return 0;
        }
        Overview overview = oversee.of(AsOf.today(today), null, organisation.currency());
        byte[] pdf = paper.pdf(organisation, overview, alerts.waiting(today, FiguresPaper.ALERTS));
        List<Attachment> files = Stream.concat(
                        Stream.of(new Attachment("figures-" + today + ".pdf", "application/pdf", pdf)),
                        along.stream().flatMap(other -> other.paper(organisation, today).stream()))
                .toList();
        int left = 0;
        for (FiguresMail mail : due) {
            var note = new SendAtOnce.Note(
                    mail.toName(),
                    mail.toAddress(),
                    "en",
                    "%s: figures as of %s".formatted(organisation.name(), today),
                    paper.words(organisation, overview));
            if (sendAtOnce.send(note, files)) {
                transaction.executeWithoutResult(_ -> sent(mail, today));
                left++;
            }
        }
        return left;
    }

    private void sent(FiguresMail mail, LocalDate today) {
        db.sql("update figures_mail set last_sent_on = :today where id = :id")
                .param("today", today)
                .param("id", mail.id())
                .update();
        audit.write(WEEKLY, "figures.sent", "organisation", null, Map.of("to", mail.toAddress()));
    }
}
