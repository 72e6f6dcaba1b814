package dev.dunwell.conversations.mime;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or a part of one.
 *
 * @param type such as {@code text/plain}, in small letters
 * @param parameters behind the type: the character set, the format
 * @param fileName as the sender wrote it, never to be trusted; empty when there is none
 * @param content decoded; empty for a part that has parts
 * @param parts of a multipart in their order; of an enclosed mail the mail itself
 */
public record Part(
        Head head,
        String type,
        Map<String, String> parameters,
        boolean isAttachment,
        String fileName,
        byte[] content,
        List<Part> parts) {

    public Part {
        parts = List.copyOf(parts);
    }

    public boolean is(String kind) {
        return type.equals(kind);
    }

    public boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** Its content as text, in the character set it names or, when that cannot be, in one that fits. */
    public String text() {
        return Texts.repaired(content, parameters.get("charset"))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** It and all its parts, depth first; what is enclosed as a mail of its own is named but not gone into. */
    public Stream<Part> walk() {
        return is("message/rfc822")
                ? Stream.of(this)
                : Stream.concat(Stream.of(this), parts.stream().flatMap(Part::walk));
    }

    /** The first of its parts of this kind, itself included, null when there is none. */
    public @Nullable Part first(String kind) {
        return walk().filter(part -> part.is(kind)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return type + (parts.isEmpty() ? "" : parts.toString());
    }
}
