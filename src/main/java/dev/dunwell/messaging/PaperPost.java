package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of letters on paper: they wait, are printed, and go to the post. Who prints and posts is told by the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaperPost {

    private final Departures departures;
    private final Embark embark;
    private final Doorways doorways;
    private final Letters letters;
    private final EditedWords editedWords;
    private final Texts texts;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    PaperPost(
            Departures departures,
            Embark embark,
            Doorways doorways,
            Letters letters,
            EditedWords editedWords,
            Texts texts,
            JdbcClient db,
            ApplicationEventPublisher events) {
        this.departures = departures;
        this.embark = embark;
        this.doorways = doorways;
        this.letters = letters;
        this.editedWords = editedWords;
        this.texts = texts;
        this.db = db;
        this.events = events;
    }

    /**
     * A letter to set on paper.
     *
     * @param name the person's, may be empty
     * @param address the lines below it
     */
    public record Sheet(long messageId, long customerId, String name, String address, LetterPage page) {}

    /**
     * Takes what is due, after asking the guards once more, and counts it as printed. What cannot be written has
     * failed.
     *
     * @param by who prints, for the journal
     * @return the letters with their words, which are kept
     */
    public List<Sheet> print(Organisation organisation, int most, String by, Instant now) {
        List<DueMessage> due = departures.due(Way.LETTER, now, most);
        Map<Long, String> stopped =
                embark.withdraw(Way.LETTER, due.stream().map(DueMessage::id).toList(), null, now);
        String replyTo = Objects.requireNonNullElse(organisation.replyTo(), Embark.NOBODY);
        Stationery usual = texts.current();
        Map<Long, PayerDoors.Door> doors = doorways.of(organisation, without(due, stopped), Way.LETTER, now);
        Map<Long, String> edited =
                editedWords.of(due.stream().map(DueMessage::id).toList());
        List<Sheet> sheets = new ArrayList<>();
        List<Letter> written = new ArrayList<>();
        List<Change> failed = new ArrayList<>();
        for (DueMessage message : due) {
            if (!stopped.containsKey(message.id())) {
                TextKey key = message.text();
                Stationery stationery = usual.edited(key, edited.get(message.id()));
                Map<String, Object> words = Embark.words(message.model(), replyTo, doors.get(message.id()));
                try {
                    written.add(letters.render(key, words, stationery));
                    sheets.add(sheet(message, letters.page(key, words, stationery)));
                } catch (LetterRefused e) {
                    failed.add(Change.to(State.FAILED, message.id(), String.valueOf(e.getMessage())));
                }
            }
        }
        departures.change(failed, null, now);
        List<Long> ids = sheets.stream().map(Sheet::messageId).toList();
        departures.keep(ids, written, State.PRINTED, null, now);
        departures.note(ids, State.PRINTED, "Printed by " + by + ".", now);
        return sheets;
    }

    private static List<Long> without(List<DueMessage> due, Map<Long, String> stopped) {
        return due.stream()
                .map(DueMessage::id)
                .filter(id -> !stopped.containsKey(id))
                .toList();
    }

    private static Sheet sheet(DueMessage message, LetterPage page) {
        return new Sheet(message.id(), message.customerId(), message.toName(), message.toAddress(), page);
    }

    /** Puts printed letters back to those that wait; their words are written anew. Others stay as they are. */
    public void takeBack(Collection<Long> messageIds, String by, Instant now) {
        List<Long> printed = in(State.PRINTED, messageIds);
        db.sql("""
                update message
                set subject = null, body_text = null, body_html = null, template_version = null
                where id = any(:ids)
                """).param("ids", printed.toArray(Long[]::new)).update();
        departures.change(
                printed.stream()
                        .map(id -> Change.to(State.PLANNED, id, by + " took it back before it was posted."))
                        .toList(),
                null,
                now);
    }

    /** Counts printed letters as sent on that day, and tells the house. Others stay as they are. */
    public void post(Collection<Long> messageIds, LocalDate on, String by, Instant now) {
        List<Long> printed = in(State.PRINTED, messageIds);
        db.sql("update message set posted_on = :on where id = any(:ids)")
                .param("on", on)
                .param("ids", printed.toArray(Long[]::new))
                .update();
        Map<Long, Long> posted = departures.change(
                printed.stream()
                        .map(id -> Change.to(State.SENT, id, "Posted by " + by + " on " + on + "."))
                        .toList(),
                null,
                now);
        if (!posted.isEmpty()) {
            events.publishEvent(new LettersPosted(new HashSet<>(posted.keySet()), new HashSet<>(posted.values()), on));
        }
    }

    private List<Long> in(State state, Collection<Long> messageIds) {
        return db.sql(
                        "select id from message where channel = 'letter' and state = :state and id = any(:ids) for update")
                .param("state", state.code())
                .param("ids", messageIds.toArray(Long[]::new))
                .query((row, _) -> row.getLong("id"))
                .list();
    }
}
