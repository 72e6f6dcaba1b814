package dev.dunwell.messaging;

import dev.dunwell.kernel.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Names messages so that nobody can guess it: a bounce or an answer is believed because it names a message of ours, and
 * a stranger who could work the name out could make us stop writing to anybody. HMAC-SHA-256 (RFC 2104) with a key of
 * this installation; the same message has the same name on every try.
 */
@Component
class MessageIds {

    private static final String HMAC = "HmacSHA256";
    /** 160 bits: far more than anybody tries. */
    private static final int BYTES = 20;

    private final SecretFile secret;

    MessageIds(@Value("${dunwell.data-dir:data}") Path folder) {
        this.secret = new SecretFile(folder, "message-ids");
    }

    /** @param what names the message among all of this installation, and may be known to everybody */
    String of(int organisation, String what) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.key(), HMAC));
            byte[] hash = mac.doFinal((organisation + "/" + what).getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + "@dunwell.invalid>";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
