package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person writes to a customer. It takes no reminder's place, and none takes its.
 *
 * @param writtenOn the organisation's day
 * @param text paragraphs parted by an empty line
 * @param messageId {@code <…@host>}, unique
 * @param inReplyTo the Message-ID that it answers, null when it answers none
 * @param model customer, customer_number and numbers, for lists
 * @param leaveAt until then it may be recalled
 */
public record OwnWords(
        long customerId,
        LocalDate writtenOn,
        String language,
        String toName,
        String toAddress,
        String subject,
        String text,
        String messageId,
        @Nullable String inReplyTo,
        Map<String, Object> model,
        Instant leaveAt) {

    /** What lists call it. */
    public static final String TEMPLATE = "reply";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 50_000;

    public OwnWords {
        HeaderValue.checked("subject", subject);
        boolean isEmpty = subject.isBlank() || text.isBlank();
        if (isEmpty || subject.length() > LONGEST_SUBJECT || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A mail has a subject of at most %d letters and a text of at most %d."
                    .formatted(LONGEST_SUBJECT, LONGEST_TEXT));
        }
    }

    /** The same words as a letter: as they were typed, and as HTML in which nothing of them is markup. */
    Letter letter() {
        return new Letter(subject, text.strip() + "\n", html(text), language);
    }

    /** Plain words as a page in which nothing of them is markup. */
    static String html(String text) {
        var html = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"></head><body"
                + " style=\"font-family:sans-serif;font-size:15px;line-height:1.5\">");
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p>")
                    .append(escaped(paragraph).replaceAll("\\R", "<br>"))
                    .append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
