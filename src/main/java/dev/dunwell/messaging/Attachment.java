package dev.dunwell.messaging;

import java.util.regex.Pattern;

/**
 * A file that goes with a mail, such as a copy of the invoice.
 *
 * @param fileName what the reader sees and saves, without folders
 * @param mediaType such as {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over to the mail library as it is, never compared
public record Attachment(String fileName, String mediaType, byte[] content) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-zA-Z0-9.+-]+");

    public Attachment {
        HeaderValue.checked("name of the attachment", fileName);
        if (fileName.isBlank() || fileName.matches(".*[/\\\\].*")) {
            throw new IllegalArgumentException("'%s' does not name a file without folders.".formatted(fileName));
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("An attachment has a media type such as application/pdf.");
        }
    }
}
