package dev.dunwell.access;

import dev.dunwell.kernel.SecretFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that must be read again, passwords of mailboxes and keys of gateways, so that the database alone does
 * not give them away: AES-256-GCM (NIST SP 800-38D) with a key that lies beside the data in a file for its owner alone.
 * The bound organisation and what the secret is for are sealed in, so it opens nowhere else.
 */
@Component
public class Sealed {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretFile key;
    private final SecureRandom random = new SecureRandom();

    Sealed(@Value("${dunwell.data-dir:data}") Path folder) {
        this.key = new SecretFile(folder, "mailbox"); // its first use gave it the name
    }

    /** @param purpose what it is for; a secret is opened for the same purpose only */
    public byte[] seal(String text, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), purpose);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when it was sealed elsewhere or the key is gone: it has to be entered again */
    public String open(byte[] sealed, String purpose) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, purpose), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key.key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(
                    ByteBuffer.allocate(Integer.BYTES).putInt(Tenant.current()).array());
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret of the settings cannot be opened: enter it again.", e);
        }
    }
}
