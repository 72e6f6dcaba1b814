package dev.dunwell.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the calls that we make to others are signed: HMAC-SHA256 over {@code <seconds>.<body>}. */
public final class CallSignature {

    private static final String HMAC = "HmacSHA256";

    private CallSignature() {}

    /**
     * {@code t=<seconds>,v1=<hex>}; whoever gets it computes the same from the body as it came.
     *
     * @param seconds of the call, since 1970
     */
    public static String of(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
