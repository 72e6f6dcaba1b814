package dev.dunwell.messaging;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds other words for one mail before it leaves: another subject, a paragraph in front, or the whole text. It leaves
 * as it would have, past the same last look. Refuses one whose words are written already, which is when it leaves, and
 * what {@link LintText} blocks; what that warns of unless the author insists.
 */
@Component
public class EditMessage {

    private final JdbcClient db;
    private final EditedWords edited;
    private final Texts texts;
    private final Departures departures;
    private final Audit audit;
    private final Clock clock;

    EditMessage(JdbcClient db, EditedWords edited, Texts texts, Departures departures, Audit audit, Clock clock) {
        this.db = db;
        this.edited = edited;
        this.texts = texts;
        this.departures = departures;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a message is written from; {@code text} without its subject. */
    public record Source(TextKey key, String subject, String text) {}

    /**
     * What to say instead.
     *
     * @param opening a paragraph behind the greeting; may be empty
     * @param insists whether the author has read the warnings
     */
    public record Wanted(String subject, String opening, String text, boolean insists) {}

    private record Waiting(TextKey key, State state, boolean isWritten, Way way, String kind) {

        boolean isEditable() {
            return state == State.PLANNED && !isWritten && way == Way.MAIL && kind.equals("reminder");
        }
    }

    /** Whether somebody could still find other words for it. */
    @Transactional(readOnly = true)
    public boolean isPossible(long messageId) {
        return waiting(messageId, "").isEditable();
    }

    /** The words as they are now, with places that are filled in when it leaves. */
    @Transactional(readOnly = true)
    public Source source(long messageId) {
        Waiting waiting = waiting(messageId, "");
        String source = edited.of(messageId)
                .map(EditedWords.Edit::source)
                .or(() -> texts.current().text(waiting.key).map(Text::source))
                .orElseThrow(() -> new NotFound("text"));
        LetterTemplate template = LetterTemplate.of(source);
        return new Source(waiting.key, template.subject(), template.body());
    }

    @Transactional
    public void edit(Caller caller, long messageId, Wanted wanted) {
        Waiting waiting = waiting(messageId, "for update");
        if (!waiting.isEditable()) {
            throw Refusal.conflict(
                    "message-written",
                    "This message is %s: only the words of a mail that waits and was never tried can be changed."
                            .formatted(waiting.state.title()));
        }
        String source = source(wanted);
        check(waiting.key, source, wanted.insists);
        edited.insert(messageId, source, caller.actor().name(), clock.instant());
        String who = caller.actor().name();
        departures.note(Set.of(messageId), waiting.state, "Its words were changed by " + who + ".", clock.instant());
        audit.write(caller.actor(), "message.edited", "message", messageId, Map.of("source", source));
    }

    private static String source(Wanted wanted) {
        String text = wanted.text.replace("\r\n", "\n").strip();
        String opening = wanted.opening.replace("\r\n", "\n").strip();
        return "Subject: " + wanted.subject.replaceAll("\\s+", " ").strip() + "\n\n"
                + (opening.isEmpty() ? text : opened(text, opening)) + "\n";
    }

    /** Behind the greeting where there is one, else in front of all. */
    private static String opened(String text, String opening) {
        int end = text.indexOf("\n\n");
        boolean hasGreeting = end > 0 && Placeholder.isUsed(text.substring(0, end), "greeting");
        return hasGreeting ? text.substring(0, end) + "\n\n" + opening + text.substring(end) : opening + "\n\n" + text;
    }

    private static void check(TextKey key, String source, boolean insists) {
        List<Problem> problems = new ArrayList<>();
        for (Finding finding : LintText.of(key, source)) {
            if (finding.blocks() || !insists) {
                problems.add(new Problem(finding.line(), finding.blocks() ? "text" : "insists", finding.message()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private Waiting waiting(long messageId, String lock) {
        return db.sql("""
                select template, language, tone, state, subject is not null as written, channel, kind
                from message
                where id = ?
                """ + lock)
                .param(messageId)
                .query((row, _) -> new Waiting(
                        TextKey.letter(
                                row.getString("template"),
                                row.getString("language"),
                                Tone.ofCode(row.getString("tone")).orElseThrow()),
                        State.ofCode(row.getString("state")),
                        row.getBoolean("written"),
                        Way.ofCode(row.getString("channel")),
                        row.getString("kind")))
                .optional()
                .orElseThrow(() -> new NotFound("message"));
    }
}
