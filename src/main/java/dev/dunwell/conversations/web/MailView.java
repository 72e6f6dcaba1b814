package dev.dunwell.conversations.web;

import dev.dunwell.conversations.ReceivedMail;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.web.Choice;
import java.util.List;

/**
 * What conversations/mail shows.
 *
 * @param subject what an answer is called
 * @param text what was typed and refused, empty at first
 * @param refused why, empty at first
 */
public record MailView(
        ReceivedMail.Whole whole,
        List<Choice> colleagues,
        boolean mayAct,
        String subject,
        String text,
        String refused) {

    public ReceivedMail mail() {
        return whole.mail();
    }

    public boolean isOfPerson() {
        return mail().writer() == Writer.PERSON;
    }

    public boolean mayAnswer() {
        return mayAct
                && isOfPerson()
                && mail().customerId() != null
                && !mail().fromAddress().isEmpty();
    }

    /** Whether its writer could become a contact. */
    public boolean mayAccept() {
        return mayAct && isOfPerson() && mail().customerId() != null && !mail().isKnownSender();
    }

    /** What sort of mail it is, for the reader. */
    public String kind() {
        return switch (mail().writer()) {
            case PERSON -> "";
            case OUT_OF_OFFICE -> "An out-of-office mail. It is no answer.";
            case MACHINE -> "Written by a machine. Nobody there reads an answer.";
            case MAIL_SERVER -> "A mail server says what became of a mail.";
        };
    }
}
