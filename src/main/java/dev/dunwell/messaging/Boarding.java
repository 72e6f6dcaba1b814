package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes messages ready that leave neither by mail nor on paper: asks the guards once more, and writes their words. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Boarding {

    private final Departures departures;
    private final Embark embark;
    private final Doorways doorways;
    private final Letters letters;
    private final Texts texts;

    Boarding(Departures departures, Embark embark, Doorways doorways, Letters letters, Texts texts) {
        this.departures = departures;
        this.embark = embark;
        this.doorways = doorways;
        this.letters = letters;
        this.texts = texts;
    }

    /**
     * A message that may leave.
     *
     * @param kept its words without the key of its door
     * @param whole the same as they travel
     */
    record Ready(DueMessage message, Letter kept, Letter whole) {

        long id() {
            return message.id();
        }
    }

    /**
     * Those who may leave.
     *
     * @param others those who may not: withdrawn and failed
     * @param isEmpty whether nothing at all was due
     */
    record Boarded(List<Ready> ready, Delivered others, boolean isEmpty) {}

    /**
     * Takes up to {@code most} due messages, which stay locked until the transaction ends, and keeps their words.
     *
     * @param state where they are then; with a fence they are claimed, without they have left
     */
    Boarded next(Way way, Organisation organisation, State state, @Nullable UUID fence, int most, Instant now) {
        List<DueMessage> due = departures.due(way, now, most);
        List<Long> ids = due.stream().map(DueMessage::id).toList();
        // a notice wakes nobody: it waits for its reader
        Map<Long, SendHours.Wait> early = way == Way.PORTAL ? Map.of() : embark.notYet(ids, now);
        List<Long> awake = ids.stream().filter(id -> !early.containsKey(id)).toList();
        Map<Long, String> stopped = embark.withdraw(way, awake, null, now);
        List<Long> leaving =
                awake.stream().filter(id -> !stopped.containsKey(id)).toList();
        // behind the door nobody needs a way to it
        Map<Long, PayerDoors.Door> doors = way == Way.PORTAL ? Map.of() : doorways.of(organisation, leaving, way, now);
        Stationery stationery = due.isEmpty() ? Stationery.SHIPPED : texts.current();
        String replyTo = Objects.requireNonNullElse(organisation.replyTo(), Embark.NOBODY);
        List<Ready> ready = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (DueMessage message : due) {
            SendHours.Wait wait = early.get(message.id());
            if (wait != null) {
                changes.add(Change.waiting(message, wait));
            } else if (!stopped.containsKey(message.id())) {
                try {
                    ready.add(ready(message, way, replyTo, doors.get(message.id()), stationery));
                } catch (LetterRefused e) {
                    changes.add(Change.to(State.FAILED, message.id(), String.valueOf(e.getMessage())));
                }
            }
        }
        departures.change(changes, null, now);
        departures.keep(
                ready.stream().map(Ready::id).toList(),
                ready.stream().map(Ready::kept).toList(),
                state,
                fence,
                now);
        int failed = Math.toIntExact(changes.stream()
                .filter(change -> change.state() == State.FAILED)
                .count());
        return new Boarded(ready, new Delivered(0, failed, 0, stopped.size(), 0), due.isEmpty());
    }

    private Ready ready(
            DueMessage message, Way way, String replyTo, PayerDoors.@Nullable Door door, Stationery stationery) {
        Letter written = message.letter();
        Letter kept = written != null
                ? written
                : letters.render(
                        TextKey.of(way, message.template(), message.language(), message.tone()),
                        Embark.words(message.model(), replyTo, door),
                        stationery);
        return new Ready(message, kept, door == null ? kept : door.into(kept));
    }
}
