package dev.dunwell.messaging.web;

import dev.dunwell.messaging.EditedWords;
import dev.dunwell.messaging.Enclosure;
import dev.dunwell.messaging.Letter;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, its words and what became of it.
 *
 * @param letter null when it cannot be written; the message's detail says why
 * @param files what went with it; nothing until its words are written
 * @param edit who found other words for it, null when nobody did
 * @param mayRecall whether this reader may keep it back now; the same for the others
 */
public record MessageView(
        Message message,
        @Nullable Letter letter,
        List<Messages.Step> journal,
        List<Enclosure> files,
        EditedWords.@Nullable Edit edit,
        boolean mayRecall,
        boolean mayDecide,
        boolean mayPrint,
        boolean mayEdit) {

    /** Of its words. */
    public String language() {
        return letter == null ? "en" : letter.language();
    }
}
