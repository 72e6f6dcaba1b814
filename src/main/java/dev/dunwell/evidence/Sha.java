package dev.dunwell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in hexadecimal. */
final class Sha {

    private Sha() {}

    static String of(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** Of what a stream still holds, read to its end and not kept. */
    static Read of(InputStream in) throws IOException {
        MessageDigest digest = digest();
        long size = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return new Read(hex(digest.digest()), size);
    }

    /** What a stream held. */
    record Read(String hash, long size) {}

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
