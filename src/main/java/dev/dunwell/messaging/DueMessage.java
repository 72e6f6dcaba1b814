package dev.dunwell.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message whose time has come.
 *
 * @param tries how often it was tried in vain
 * @param tone in which of its tones its letter speaks
 * @param replyToken comes back with the answer to it
 * @param origin who wrote it, and what it answers
 * @param edited what a person wrote in place of the text for this message; null when nobody did
 * @param letter its words, null until they were written once: a later try says the same
 */
record DueMessage(
        long id,
        long customerId,
        String template,
        Tone tone,
        String language,
        String toName,
        String toAddress,
        Map<String, Object> model,
        String messageId,
        int tries,
        String replyToken,
        OutgoingMail.Origin origin,
        @Nullable Letter letter,
        @Nullable String edited) {

    DueMessage edited(@Nullable String source) {
        return new DueMessage(
                id,
                customerId,
                template,
                tone,
                language,
                toName,
                toAddress,
                model,
                messageId,
                tries,
                replyToken,
                origin,
                letter,
                source);
    }

    /** The text it is written from. */
    TextKey text() {
        return TextKey.letter(template, language, tone);
    }
}
