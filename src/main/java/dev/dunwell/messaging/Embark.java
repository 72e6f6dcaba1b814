package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes due messages ready to leave: asks the guards once more, and writes the letters. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Embark {

    static final String NOBODY = "no-reply@dunwell.invalid";

    private final Departures departures;
    private final List<SendGuard> guards;
    private final List<SendHours> hours;
    private final Letters letters;
    private final Enclose enclose;
    private final EnclosedFiles enclosed;
    private final EditedWords editedWords;
    private final Texts texts;
    private final ObjectProvider<ReplyAddresses> replyAddresses;
    private final Doorways doorways;
    private final Logos logos;
    private final String sender;

    Embark(
            Departures departures,
            List<SendGuard> guards,
            List<SendHours> hours,
            Letters letters,
            Enclose enclose,
            EnclosedFiles enclosed,
            EditedWords editedWords,
            Texts texts,
            ObjectProvider<ReplyAddresses> replyAddresses,
            Doorways doorways,
            Logos logos,
            @Value("${dunwell.mail.from:}") String sender) {
        this.departures = departures;
        this.guards = guards;
        this.hours = hours;
        this.letters = letters;
        this.enclose = enclose;
        this.enclosed = enclosed;
        this.editedWords = editedWords;
        this.texts = texts;
        this.replyAddresses = replyAddresses;
        this.doorways = doorways;
        this.logos = logos;
        this.sender = sender;
    }

    /**
     * Those who may leave.
     *
     * @param delivered those who may not: withdrawn and failed
     * @param isEmpty whether nothing at all was due
     */
    record Boarded(List<Departure> departures, Delivered delivered, boolean isEmpty) {}

    /** Takes up to {@code most} due messages, which stay locked until the transaction ends. */
    Boarded next(Organisation organisation, int most, Instant now) {
        return these(organisation, departures.due(Way.MAIL, now, most), now);
    }

    /** The same with messages that the caller has found due and locked. */
    Boarded these(Organisation organisation, List<DueMessage> locked, Instant now) {
        List<DueMessage> due = edited(locked);
        List<Long> ids = due.stream().map(DueMessage::id).toList();
        Map<Long, SendHours.Wait> early = notYet(ids, now);
        Map<Long, String> stopped = withdraw(Way.MAIL, without(ids, early), null, now);
        Stationery stationery = due.isEmpty() ? Stationery.SHIPPED : texts.current();
        List<Long> leaving = without(without(ids, early), stopped);
        var post = new Post(
                organisation,
                stationery,
                ReplyAddresses.first(replyAddresses, organisation),
                doorways.of(organisation, leaving, Way.MAIL, now),
                leaving.isEmpty() ? null : logos.current(),
                now);
        Map<Long, Enclosures.Enclosed> files = files(due, stationery);
        List<Departure> ready = new ArrayList<>();
        List<Change> later = new ArrayList<>();
        List<Change> failed = new ArrayList<>();
        for (DueMessage message : due) {
            SendHours.Wait wait = early.get(message.id());
            if (wait != null) {
                later.add(Change.waiting(message, wait));
            } else if (!stopped.containsKey(message.id())) {
                try {
                    Enclosures.Enclosed its = files.getOrDefault(message.id(), Enclosures.Enclosed.NOTHING);
                    ready.add(departure(message, its, post));
                } catch (LetterRefused | IllegalArgumentException e) {
                    failed.add(Change.to(State.FAILED, message.id(), String.valueOf(e.getMessage())));
                }
            }
        }
        departures.change(later, null, now);
        departures.change(failed, null, now);
        return new Boarded(ready, new Delivered(0, failed.size(), 0, stopped.size(), 0), due.isEmpty());
    }

    private List<DueMessage> edited(List<DueMessage> due) {
        Map<Long, String> words =
                editedWords.of(due.stream().map(DueMessage::id).toList());
        return words.isEmpty()
                ? due
                : due.stream()
                        .map(message -> message.edited(words.get(message.id())))
                        .toList();
    }

    /** What goes with them: what was kept with those whose words are written, what is on file for the others. */
    private Map<Long, Enclosures.Enclosed> files(List<DueMessage> due, Stationery stationery) {
        Map<Long, TextKey> texts = new HashMap<>();
        List<Long> written = new ArrayList<>();
        for (DueMessage message : due) {
            if (message.letter() == null && Letters.TEMPLATES.contains(message.template())) {
                texts.put(message.id(), message.text());
            } else if (message.letter() != null) {
                written.add(message.id());
            }
        }
        Map<Long, String> words = new HashMap<>();
        due.forEach(message -> words.put(message.id(), message.edited()));
        Map<Long, Enclosures.Enclosed> files = enclose.of(texts, stationery, words);
        enclosed.of(written).forEach((id, its) -> files.put(id, new Enclosures.Enclosed(its, List.of(), List.of())));
        return files;
    }

    /** The messages whose hour has not come. */
    Map<Long, SendHours.Wait> notYet(Collection<Long> ids, Instant now) {
        Map<Long, SendHours.Wait> early = new HashMap<>();
        if (!ids.isEmpty()) {
            hours.forEach(each -> early.putAll(each.notYet(ids, now)));
        }
        return early;
    }

    private static List<Long> without(List<Long> ids, Map<Long, ?> those) {
        return those.isEmpty()
                ? ids
                : ids.stream().filter(id -> !those.containsKey(id)).toList();
    }

    /**
     * Withdraws what a guard stops.
     *
     * @param fence what they are held with, null when nobody holds them
     * @return the reason for each that was stopped
     */
    Map<Long, String> withdraw(Way way, Collection<Long> ids, @Nullable UUID fence, Instant now) {
        Map<Long, String> stopped = new HashMap<>();
        if (!ids.isEmpty()) {
            guards.stream().filter(guard -> guard.asksAbout(way)).forEach(guard -> stopped.putAll(guard.stop(ids)));
            List<Change> changes = stopped.entrySet().stream()
                    .map(e -> Change.to(State.WITHDRAWN, e.getKey(), e.getValue()))
                    .toList();
            departures.change(changes, fence, now);
        }
        return stopped;
    }

    /** What is the same for all messages of one batch, and the doors of those that have one. */
    private record Post(
            Organisation organisation,
            Stationery stationery,
            ReplyAddresses.@Nullable Ways ways,
            Map<Long, PayerDoors.Door> doors,
            @Nullable Picture logo,
            Instant now) {}

    private Departure departure(DueMessage message, Enclosures.Enclosed enclosed, Post post) {
        ReplyAddresses.Way way = post.ways == null ? null : post.ways.of(message.replyToken());
        PayerDoors.Door door = post.doors.get(message.id());
        Letter letter = letter(message, enclosed, post);
        Letter kept = way == null || way.inSubject().isEmpty() ? letter : letter.withSubject(way.inSubject());
        OutgoingMail mail = mail(message, door == null ? kept : door.into(kept), way, post);
        return new Departure(message, kept, mail, enclosed.files());
    }

    private Letter letter(DueMessage message, Enclosures.Enclosed enclosed, Post post) {
        Map<String, Object> words = words(message.model(), from(post.organisation), post.doors.get(message.id()));
        return Objects.requireNonNullElseGet(
                message.letter(),
                () -> letters.render(
                        message.text(),
                        Enclose.words(words, enclosed, message.language()),
                        post.stationery.edited(message.text(), message.edited())));
    }

    private String from(Organisation organisation) {
        return sender.isEmpty() ? Objects.requireNonNullElse(organisation.replyTo(), NOBODY) : sender;
    }

    private OutgoingMail mail(DueMessage message, Letter letter, ReplyAddresses.@Nullable Way way, Post post) {
        Organisation organisation = post.organisation;
        String from = from(organisation);
        return new OutgoingMail(
                new Mailbox(from, organisation.name()),
                replyTo(organisation, from, way),
                new Mailbox(message.toAddress(), message.toName()),
                message.messageId(),
                post.now.atZone(organisation.zone()).toOffsetDateTime(),
                post.logo == null ? letter : post.logo.into(letter),
                List.of(),
                message.origin(),
                post.logo == null ? List.of() : List.of(post.logo));
    }

    private static @Nullable Mailbox replyTo(Organisation organisation, String from, ReplyAddresses.@Nullable Way way) {
        String address = way == null ? organisation.replyTo() : way.address();
        return address == null || address.equals(from) ? null : new Mailbox(address, organisation.name());
    }

    /**
     * What the letter shows; the rest of the model is there for lists and programs. Without another address it names
     * the sender's.
     */
    static Map<String, Object> words(Map<String, Object> model, String from, PayerDoors.@Nullable Door door) {
        Map<String, Object> words = new HashMap<>(model);
        words.keySet().removeAll(List.of("stage", "numbers"));
        if ("".equals(words.getOrDefault("reply_to", ""))) {
            words.put("reply_to", from);
        }
        if (door != null) {
            words.putAll(door.words());
        }
        return words;
    }
}
