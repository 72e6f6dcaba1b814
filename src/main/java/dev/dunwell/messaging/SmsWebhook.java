package dev.dunwell.messaging;

import dev.dunwell.kernel.CallSignature;
import dev.dunwell.messaging.Handover.NotSent;
import dev.dunwell.messaging.Handover.Refused;
import dev.dunwell.messaging.Handover.Sent;
import dev.dunwell.messaging.Handover.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a gateway with one text message, once: JSON in a POST, signed with HMAC-SHA256 over {@code <seconds>.<body>}
 * and named by an idempotency key that stays the same for each try. What a status means stands in
 * {@code docs/operate/sms-webhook.md}. Redirects are not followed, answers not read beyond their head.
 */
@Component
class SmsWebhook {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT = 400;
    private static final int SERVER = 500;

    private final HttpClient http;
    private final Duration patience;
    private final JsonMapper json;

    /** @param patience for a connection, and for an answer */
    SmsWebhook(JsonMapper json, @Value("${dunwell.sms.patience:20s}") Duration patience) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.patience = patience;
        this.json = json;
    }

    /**
     * A text message.
     *
     * @param id the same for each try
     * @param number E.164, {@code +441632960001}
     * @param isTest sent by a person to see whether it works
     */
    record Sms(String id, String number, String text, String language, String vendor, boolean isTest) {

        private Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", id);
            body.put("to", number);
            body.put("text", text);
            body.put("language", language);
            body.put("from", vendor);
            body.put("test", isTest);
            return body;
        }
    }

    /** @param notBefore how long the gateway asks us to wait, null when it asks for nothing */
    record Answer(Handover handover, @Nullable Duration notBefore) {

        private static Answer of(Handover handover) {
            return new Answer(handover, null);
        }
    }

    /** Does not throw for anything that happens on the way. */
    Answer call(SmsAccounts.Key key, Sms sms, Instant now) {
        byte[] body = json.writeValueAsBytes(sms.body());
        try {
            key.address().check();
            HttpRequest request = HttpRequest.newBuilder(key.address().uri())
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", sms.id())
                    .header("Dunwell-Signature", CallSignature.of(key.secret(), now.getEpochSecond(), body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            answer.body().close();
            return read(answer);
        } catch (UnknownHostException | ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return Answer.of(new NotSent("The gateway cannot be reached: " + e.getMessage(), true));
        } catch (IOException e) {
            return Answer.of(new Unknown("The gateway was called and its answer was lost, so it may have been sent."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(new Unknown("The gateway was called and its answer was not waited for."));
        }
    }

    private static Answer read(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = "The gateway answered " + status;
        return switch (status) {
            case 409 -> Answer.of(new Sent(said + ": it had the message already."));
            case 401, 403, 404, 405, 407, 410 ->
                Answer.of(new NotSent(said + ": look at the address and the secret in the settings.", true));
            case 408, 425, 429, 503 -> new Answer(new NotSent(said + ": not now.", status == 503), wait(answer));
            case 502, 504 -> Answer.of(new Unknown(said + ": something before it gave up, so it may have been sent."));
            default -> Answer.of(read(status, said));
        };
    }

    private static Handover read(int status, String said) {
        if (status < OK || status >= SERVER) {
            return new NotSent(said + ": it did not take it.", false);
        } else if (status < REDIRECT) {
            return new Sent(said + ".");
        } else if (status < CLIENT) {
            return new NotSent(said + ": it is elsewhere, and redirects are not followed. Change its address.", true);
        } else {
            return new Refused(said + ": it will not send this.", false);
        }
    }

    /** Seconds; a date in their place is left to our own patience. */
    private static @Nullable Duration wait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,8}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
                .orElse(null);
    }
}
