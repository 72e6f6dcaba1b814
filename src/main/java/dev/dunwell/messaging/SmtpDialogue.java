package dev.dunwell.messaging;

import dev.dunwell.messaging.Handover.NotSent;
import dev.dunwell.messaging.Handover.Refused;
import dev.dunwell.messaging.Handover.Sent;
import dev.dunwell.messaging.Handover.Unknown;
import dev.dunwell.messaging.SmtpSettings.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a mail server that remembers how far it came. The library throws the same exception for "never
 * sent" and for "taken over, answer lost"; which of the two it is depends on the step and on that step's first answer.
 */
final class SmtpDialogue extends SMTPTransport {

    /** How far the conversation about one mail has come; with {@code DOT} the server has all of it. */
    enum Step {
        CONNECT,
        SENDER,
        RECIPIENT,
        DATA,
        BODY,
        DOT
    }

    private final SmtpSettings settings;
    private final SmtpPatience patience;
    private final RememberedSockets sockets;

    private BooleanSupplier lastLook = () -> true;
    private Step step = Step.CONNECT;
    private @Nullable SmtpReply reply;

    SmtpDialogue(SmtpSettings settings, SmtpPatience patience) {
        this(settings, patience, new RememberedSockets());
    }

    private SmtpDialogue(SmtpSettings settings, SmtpPatience patience, RememberedSockets sockets) {
        super(
                Session.getInstance(properties(settings, patience, sockets)),
                null,
                "smtp",
                settings.tls() == Tls.IMPLICIT);
        this.settings = settings;
        this.patience = patience;
        this.sockets = sockets;
    }

    /** Says what became of the mail, whatever happens on the way. */
    Handover hand(MimeMessage message, BooleanSupplier wanted) {
        lastLook = wanted;
        enter(Step.CONNECT);
        try {
            if (!isConnected()) {
                enter(Step.CONNECT);
                connect(settings.host(), settings.port(), userOrNull(), passwordOrNull());
            }
            sendMessage(message, message.getAllRecipients());
            return outcome("");
        } catch (MessagingException | RuntimeException e) {
            return outcome(innermost(e));
        }
    }

    /** Says goodbye. Whether the server still hears it changes nothing: what it has said before holds. */
    void leave() {
        try {
            close();
        } catch (MessagingException _) {
            // the library has let go of the socket all the same
        }
    }

    private Handover outcome(String failure) {
        SmtpReply answer = reply == null ? SmtpReply.of("") : reply;
        String said = answer.isPositive() || answer.code() == 0 ? failure : answer.text();
        boolean isAway = step == Step.CONNECT || answer.code() == 421;
        return switch (step) {
            case CONNECT -> new NotSent("The mail server %s did not let us in: %s".formatted(settings, said), isAway);
            case SENDER -> new NotSent("The mail server did not accept the sender: " + said, isAway);
            case BODY -> new NotSent("The connection broke before the mail was complete: " + said, isAway);
            case RECIPIENT, DATA ->
                answer.isPermanent()
                        ? new Refused("The mail server refused it: " + said, answer.isAboutAddress())
                        : new NotSent("The mail server did not take it: " + said, isAway);
            case DOT -> lastOutcome(answer, said, isAway);
        };
    }

    private static Handover lastOutcome(SmtpReply answer, String said, boolean isAway) {
        if (answer.isPositive()) {
            return new Sent("The mail server took it: " + answer.text());
        } else if (answer.isTransient()) {
            return new NotSent("The mail server did not take it: " + said, isAway);
        } else if (answer.isPermanent()) {
            return new Refused("The mail server refused it: " + said, answer.isAboutAddress());
        } else {
            return new Unknown("The mail server has it but its answer was lost, so it may have been sent: " + said);
        }
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(Step.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(Step.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        if (!lastLook.getAsBoolean()) {
            throw new MessagingException("it was withdrawn just before it would have left");
        }
        enter(Step.DATA);
        OutputStream body = super.data();
        enter(Step.BODY);
        return body;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        enter(Step.DOT);
        sockets.waitFor(patience.lastAnswer());
        super.finishData();
    }

    /**
     * Keeps the first answer of a step: after a refusal the library says RSET and would remember the answer to that.
     * While connecting there are many, and the last one says why it failed.
     */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (reply == null || step == Step.CONNECT) {
            reply = SmtpReply.of(getLastServerResponse());
            sockets.waitFor(patience.answer());
        }
        return code;
    }

    private void enter(Step next) {
        step = next;
        reply = null;
    }

    private @Nullable String userOrNull() {
        return settings.signsIn() ? settings.user() : null;
    }

    private @Nullable String passwordOrNull() {
        return settings.signsIn() ? settings.password() : null;
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return SmtpReply.of(String.valueOf(innermost.getMessage())).text();
    }

    private static Properties properties(SmtpSettings settings, SmtpPatience patience, RememberedSockets sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put(
                "mail.smtp.connectiontimeout", String.valueOf(patience.connect().toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(patience.answer().toMillis()));
        properties.put(
                "mail.smtp.writetimeout", String.valueOf(patience.answer().toMillis()));
        properties.put("mail.smtp.auth", String.valueOf(settings.signsIn()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.quitwait", "false"); // the answer to QUIT changes nothing
        return properties;
    }
}
