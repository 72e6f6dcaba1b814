package dev.dunwell.conversations.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes read as text, also when they are not in the character set that the sender named. */
final class Texts {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset JAPANESE = Charset.forName("iso-2022-jp");
    /** What mail programs name when they do not know, or when they mean the larger set of Windows. */
    private static final Set<String> LOOSE = Set.of(
            "us-ascii", "ascii", "iso-8859-1", "latin1", "unknown-8bit", "x-unknown", "unknown", "8bit", "default");

    private Texts() {}

    /** The text; what cannot be read becomes a replacement sign and nothing is refused. */
    static String repaired(byte[] bytes, @Nullable String named) {
        Charset charset = charset(named);
        if (charset != null && !isLoose(named)) {
            Optional<String> exact = strict(bytes, charset);
            if (exact.isPresent()) {
                return exact.get();
            } else if (!charset.equals(StandardCharsets.UTF_8)) {
                return new String(bytes, charset);
            }
        }
        if (isJapanese(bytes)) {
            return new String(bytes, JAPANESE);
        }
        return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WINDOWS));
    }

    static @Nullable Charset charset(@Nullable String named) {
        if (named == null || named.isBlank()) {
            return null;
        }
        String name =
                named.strip().toLowerCase(Locale.ROOT).replaceAll("^cp-", "cp").replaceAll("(8859-8)-[ie]$", "$1");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** It changes its alphabet with an escape that nothing else uses. */
    private static boolean isJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoose(@Nullable String named) {
        return named != null && LOOSE.contains(named.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
