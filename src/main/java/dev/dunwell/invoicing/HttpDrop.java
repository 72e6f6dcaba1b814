package dev.dunwell.invoicing;

import dev.dunwell.kernel.CallSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/**
 * Posts each e-invoice to an access point: the XML, named by an idempotency key that stays the same for each try and
 * signed with HMAC-SHA256 over {@code <seconds>.<body>}, as text messages are. 2xx and 409 (it had it) are a yes;
 * redirects are not followed.
 */
final class HttpDrop implements AccessPoint {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int HAD_IT = 409;

    private final URI address;
    private final String secret;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HttpDrop(URI address, String secret, Clock clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void hand(Parcel parcel) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", parcel.name())
                .header(
                        "Dunwell-Receiver",
                        parcel.to().scheme() + ":" + parcel.to().id())
                .header(
                        "Dunwell-Signature",
                        CallSignature.of(secret, clock.instant().getEpochSecond(), parcel.xml()))
                .POST(BodyPublishers.ofByteArray(parcel.xml()))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != HAD_IT && (status < OK || status >= REDIRECT)) {
                throw new IOException("The access point answered " + status + " to " + parcel.name() + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The access point's answer was not waited for.", e);
        }
    }
}
