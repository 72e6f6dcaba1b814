package dev.dunwell.messaging.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.EditMessage;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Placeholder;
import dev.dunwell.messaging.TextKey;
import java.util.List;

/** A message whose words are being changed. */
public record EditMessageView(Message message, EditMessage.Wanted wanted, List<Problem> problems) {

    public List<Placeholder> placeholders() {
        return Placeholder.of(TextKey.Kind.LETTER);
    }

    /** How a place to be filled in is written. */
    public String braces(String name) {
        return "{{ " + name + " }}";
    }

    /** What stops the words from being saved. */
    public List<Problem> faults() {
        return problems.stream()
                .filter(each -> !each.column().equals("insists"))
                .toList();
    }

    /** What the author is asked about once. */
    public List<Problem> warnings() {
        return problems.stream().filter(each -> each.column().equals("insists")).toList();
    }
}
