package dev.dunwell.messaging;

import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends one text message to a number that a person typed, to see whether the gateway works. It is about no debt. */
@Component
public class TrySms {

    private final SmsAccounts accounts;
    private final SmsWebhook webhook;
    private final MailStops stops;
    private final Clock clock;

    TrySms(SmsAccounts accounts, SmsWebhook webhook, MailStops stops, Clock clock) {
        this.accounts = accounts;
        this.webhook = webhook;
        this.stops = stops;
        this.clock = clock;
    }

    /** What came of it, for whoever pressed the button. */
    public record Tried(boolean isSent, String said) {}

    /**
     * Call it outside a transaction. Refuses a number that is not E.164, and sends nothing while all mail is stopped.
     *
     * @param number as somebody types it, {@code +44 1632 960 001}
     */
    public Tried to(Caller caller, String number) {
        String plain = number.replaceAll("[ ()./-]", "");
        if (!plain.matches("\\+[1-9]\\d{6,14}")) {
            throw BadInput.in("number", "Give the number with its country, +44 1632 960001 for example.");
        } else if (stops.running().stream().anyMatch(stop -> stop.windowOn() == null)) {
            return new Tried(false, "All mail is stopped, so nothing was sent.");
        }
        SmsAccounts.Key key =
                accounts.key().orElseThrow(() -> BadInput.in("url", "Save the address of the gateway first."));
        Instant now = clock.instant();
        String vendor = caller.organisation().name();
        var sms = new SmsWebhook.Sms(
                "test-" + UUID.randomUUID(), plain, vendor + ": a test. Nothing is to be done.", "en", vendor, true);
        Handover handover = webhook.call(key, sms, now).handover();
        boolean isSent = handover instanceof Handover.Sent;
        accounts.checked(now, isSent ? null : handover.why());
        return new Tried(isSent, handover.why());
    }
}
