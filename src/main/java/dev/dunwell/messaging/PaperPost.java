package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
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
 * The way of letters on paper: they wait, are printed, and go to the post; papers that are ready, such as invoices, go
 * the same way. Who prints and posts is told by the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaperPost {

    private final Departures departures;
    private final Embark embark;
    private final Doorways doorways;
    private final Letters letters;
    private final EditedWords editedWords;
    private final EnclosedFiles enclosed;
    private final Outbox outbox;
    private final Texts texts;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    PaperPost(
            Departures departures,
            Embark embark,
            Doorways doorways,
            Letters letters,
            EditedWords editedWords,
            EnclosedFiles enclosed,
            Outbox outbox,
            Texts texts,
            JdbcClient db,
            ApplicationEventPublisher events) {
        this.departures = departures;
        this.embark = embark;
        this.doorways = doorways;
        this.letters = letters;
        this.editedWords = editedWords;
        this.enclosed = enclosed;
        this.outbox = outbox;
        this.texts = texts;
        this.db = db;
        this.events = events;
    }

    /** What is printed for one message. */
    public sealed interface Paper {
        long messageId();
    }

    /**
     * A letter to set on paper.
     *
     * @param name the person's, may be empty
     * @param address the lines below it
     */
    public record Sheet(long messageId, long customerId, String name, String address, LetterPage page)
            implements Paper {}

    /**
     * What was on paper before, and is printed as it is.
     *
     * @param hashes of its PDFs, by which the archive opens them
     */
    public record Ready(long messageId, List<String> hashes) implements Paper {

        public Ready {
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * Lets a paper that is ready wait to be printed.
     *
     * @param words what lists and the customer's timeline say of it; its address is the lines below the name
     * @param kind as {@link Outbox} has it
     */
    public long put(OwnWords words, String kind, Enclosure paper, Actor author) {
        long id = outbox.write(words, kind, List.of(paper), author);
        db.sql("update message set channel = 'letter' where id = ?").param(id).update();
        return id;
    }

    /**
     * Takes what is due, after asking the guards once more, and counts it as printed. What cannot be written has
     * failed.
     *
     * @param by who prints, for the journal
     * @return the letters with their words, which are kept, and the papers that were ready
     */
    public List<Paper> print(Organisation organisation, int most, String by, Instant now) {
        List<DueMessage> due = departures.due(Way.LETTER, now, most);
        List<Long> all = due.stream().map(DueMessage::id).toList();
        Map<Long, String> stopped = embark.withdraw(Way.LETTER, all, null, now);
        List<DueMessage> leaving =
                due.stream().filter(each -> !stopped.containsKey(each.id())).toList();
        List<Long> ids = leaving.stream().map(DueMessage::id).toList();
        var tray = new Tray(
                Objects.requireNonNullElse(organisation.replyTo(), Embark.NOBODY),
                texts.current(),
                doorways.of(organisation, ids, Way.LETTER, now),
                editedWords.of(ids),
                enclosed.of(ids));
        List<Paper> papers = new ArrayList<>();
        List<Letter> written = new ArrayList<>();
        List<Change> failed = new ArrayList<>();
        for (DueMessage message : leaving) {
            try {
                papers.add(tray.isReady(message) ? tray.ready(message) : sheet(message, tray, written));
            } catch (LetterRefused e) {
                failed.add(Change.to(State.FAILED, message.id(), String.valueOf(e.getMessage())));
            }
        }
        departures.change(failed, null, now);
        keep(papers, written, by, now);
        return papers;
    }

    /** All that the papers of one print are made from, by message. */
    private record Tray(
            String replyTo,
            Stationery stationery,
            Map<Long, PayerDoors.Door> doors,
            Map<Long, String> edited,
            Map<Long, List<Enclosure>> files) {

        /** Whether its words were given, and are not written from a text. */
        boolean isReady(DueMessage message) {
            return !Letters.TEMPLATES.contains(message.template());
        }

        Ready ready(DueMessage message) {
            List<String> hashes = files.getOrDefault(message.id(), List.of()).stream()
                    .filter(Enclosure::isPdf)
                    .map(Enclosure::hash)
                    .toList();
            if (hashes.isEmpty()) {
                throw new LetterRefused("Nothing of it is on paper: it can only go by mail.");
            }
            return new Ready(message.id(), hashes);
        }
    }

    private Sheet sheet(DueMessage message, Tray tray, List<Letter> written) {
        TextKey key = message.text();
        Stationery stationery = tray.stationery.edited(key, tray.edited.get(message.id()));
        Map<String, Object> words = Embark.words(message.model(), tray.replyTo, tray.doors.get(message.id()));
        Letter letter = letters.render(key, words, stationery);
        var sheet = new Sheet(
                message.id(),
                message.customerId(),
                message.toName(),
                message.toAddress(),
                letters.page(key, words, stationery));
        written.add(letter);
        return sheet;
    }

    /** @param written the words of the sheets, in their order */
    private void keep(List<Paper> papers, List<Letter> written, String by, Instant now) {
        List<Long> sheets = papers.stream()
                .filter(Sheet.class::isInstance)
                .map(Paper::messageId)
                .toList();
        departures.keep(sheets, written, State.PRINTED, null, now);
        departures.note(sheets, State.PRINTED, "Printed by " + by + ".", now);
        List<Change> ready = papers.stream()
                .filter(Ready.class::isInstance)
                .map(paper -> Change.to(State.PRINTED, paper.messageId(), "Printed by " + by + "."))
                .toList();
        departures.change(ready, null, now);
    }

    /**
     * Puts printed letters back to those that wait; words that were not given are written anew. Others stay as they
     * are.
     */
    public void takeBack(Collection<Long> messageIds, String by, Instant now) {
        List<Long> printed = in(State.PRINTED, messageIds);
        db.sql("""
                update message
                set subject = null, body_text = null, body_html = null, template_version = null
                where id = any(:ids) and kind = 'reminder'
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
