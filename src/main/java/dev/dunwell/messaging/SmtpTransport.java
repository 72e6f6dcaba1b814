package dev.dunwell.messaging;

import dev.dunwell.messaging.Handover.Sent;
import jakarta.mail.internet.MimeMessage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Hands mails to a mail server over SMTP and keeps the connection for the next one as long as all goes well. */
public final class SmtpTransport implements MailTransport {

    private final SmtpSettings settings;
    private final SmtpPatience patience;
    private @Nullable SmtpDialogue dialogue;

    public SmtpTransport(SmtpSettings settings, SmtpPatience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public Handover hand(OutgoingMail mail, BooleanSupplier lastLook) {
        MimeMessage message = Mime.message(mail);
        SmtpDialogue current = dialogue == null ? new SmtpDialogue(settings, patience) : dialogue;
        dialogue = current;
        Handover outcome = current.hand(message, lastLook);
        if (!(outcome instanceof Sent)) {
            close(); // the next mail begins with a server that waits for nothing
        }
        return outcome;
    }

    @Override
    public void close() {
        if (dialogue != null) {
            dialogue.leave();
            dialogue = null;
        }
    }
}
