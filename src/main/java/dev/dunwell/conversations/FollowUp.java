package dev.dunwell.conversations;

import dev.dunwell.access.Actor;
import dev.dunwell.collections.RecordAnswer;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.messaging.TakeReport;
import dev.dunwell.messaging.TakeReport.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from a mail. A person's answer goes on the timeline and stays unread until somebody reads it. An
 * out-of-office mail is no answer: it moves the next try. A report changes what is known of the mail it is about.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowUp {

    static final Actor READER = Actor.automation("mail in");

    private final RecordAnswer recordAnswer;
    private final TakeReport takeReport;
    private final TakeReports takeReports;
    private final ReceivedMails mails;

    FollowUp(RecordAnswer recordAnswer, TakeReport takeReport, TakeReports takeReports, ReceivedMails mails) {
        this.recordAnswer = recordAnswer;
        this.takeReport = takeReport;
        this.takeReports = takeReports;
        this.mails = mails;
    }

    void on(long mailId, IncomingMail mail, Whose whose, LocalDate on) {
        switch (mail.writer()) {
            case PERSON -> {
                arrived(whose, Outcome.ANSWERED, "Somebody answered it.");
                record(whose.customerId(), mail, whose.invoiceIds(), on);
            }
            case OUT_OF_OFFICE -> {
                arrived(whose, Outcome.ARRIVED, "An out-of-office mail came back.");
                mails.settle(mailId, on, READER);
                record(whose.customerId(), mail, whose.invoiceIds(), on);
            }
            case MACHINE -> mails.settle(mailId, on, READER);
            case MAIL_SERVER -> takeReports.of(mailId, mail.reports(), on);
        }
    }

    private void arrived(Whose whose, Outcome outcome, String evidence) {
        if (whose.aboutId() != null && whose.by() == Whose.By.TOKEN) {
            takeReport.take(whose.aboutId(), outcome, evidence);
        }
    }

    private void record(@Nullable Long customerId, IncomingMail mail, List<Long> invoices, LocalDate on) {
        if (customerId != null) {
            String outcome = mail.writer() == Writer.OUT_OF_OFFICE ? "out_of_office" : null;
            String author = mail.fromName().isEmpty() ? mail.fromAddress() : mail.fromName();
            recordAnswer.record(new RecordAnswer.Answered(
                    customerId, outcome, shown(mail), author.isEmpty() ? "Unknown" : author, on, invoices));
        }
    }

    private static String shown(IncomingMail mail) {
        String answer = mail.said().answer();
        String words = answer.isBlank() ? mail.subject() : answer;
        return words.length() <= 2_000 ? words : words.substring(0, 2_000) + "…";
    }
}
