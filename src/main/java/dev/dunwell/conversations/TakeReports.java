package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.DeliveryReport.Kind;
import dev.dunwell.ledger.ChangeContact;
import dev.dunwell.messaging.TakeReport;
import dev.dunwell.messaging.TakeReport.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Believes a report when it names a mail of ours by its Message-ID, and does what it calls for. One that does not is
 * shown to a person and changes nothing: anybody can write that an address does not exist.
 */
@Component
class TakeReports {

    private final JdbcClient db;
    private final TakeReport takeReport;
    private final ChangeContact changeContact;
    private final ReceivedMails mails;

    TakeReports(JdbcClient db, TakeReport takeReport, ChangeContact changeContact, ReceivedMails mails) {
        this.db = db;
        this.takeReport = takeReport;
        this.changeContact = changeContact;
        this.mails = mails;
    }

    private record Ours(long id, long customerId, String address) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void of(long mailId, List<DeliveryReport> reports, LocalDate on) {
        boolean needsPerson = false;
        for (DeliveryReport report : reports) {
            Optional<Ours> ours = ours(report.about());
            boolean isDoubtfulAgain = report.kind() == Kind.DOUBTFUL
                    && ours.filter(message -> wasDoubtful(message.address)).isPresent();
            mails.insertReport(mailId, ours.map(Ours::id).orElse(null), report, on);
            ours.ifPresent(message -> take(message, report, isDoubtfulAgain, on));
            needsPerson |= ours.isEmpty() || report.kind() == Kind.COMPLAINT;
        }
        if (!needsPerson) {
            mails.settle(mailId, on, FollowUp.READER);
        }
    }

    private void take(Ours message, DeliveryReport report, boolean isDoubtfulAgain, LocalDate on) {
        if (report.kind() == Kind.HARD || isDoubtfulAgain) {
            changeContact.markBounced(FollowUp.READER, message.customerId, message.address, on);
        }
        takeReport.take(message.id, outcome(report.kind()), words(report));
    }

    private static Outcome outcome(Kind kind) {
        return switch (kind) {
            case HARD, DOUBTFUL, BLOCKED -> Outcome.CAME_BACK;
            case MAILBOX_FULL, SOFT -> Outcome.CAME_BACK_FOR_NOW;
            case DELAYED -> Outcome.STILL_UNDER_WAY;
            case DELIVERED, COMPLAINT -> Outcome.ARRIVED;
            case READ -> Outcome.READ;
        };
    }

    private static String words(DeliveryReport report) {
        String what = switch (report.kind()) {
            case HARD -> "No such mailbox.";
            case DOUBTFUL -> "No such mailbox, it says, and does not prove it.";
            case MAILBOX_FULL -> "The mailbox is full.";
            case BLOCKED -> "It was not welcome there.";
            case SOFT -> "It could not be delivered now.";
            case DELAYED -> "The receiver's server still tries.";
            case DELIVERED -> "The receiver's server says that it arrived.";
            case READ -> "Its reader’s program says that it was shown.";
            case COMPLAINT -> "Its reader called it unwanted.";
        };
        return report.said().isEmpty() ? what : what + " " + report.said();
    }

    private Optional<Ours> ours(String messageId) {
        return messageId.isEmpty()
                ? Optional.empty()
                : db.sql("""
                        select id, customer_id, to_address
                        from message
                        where message_id = ? and (sent_at is not null or state in ('sending', 'unknown'))
                        """)
                        .param(messageId)
                        .query((row, _) -> new Ours(row.getLong(1), row.getLong(2), row.getString(3)))
                        .optional();
    }

    private boolean wasDoubtful(String address) {
        return db.sql("""
                select exists (
                  select 1
                  from delivery_report r
                  join message m on m.org_id = r.org_id and m.id = r.message_id
                  where r.kind in ('doubtful', 'hard') and lower(m.to_address) = lower(:address))
                """).param("address", address).query(Boolean.class).single();
    }
}
