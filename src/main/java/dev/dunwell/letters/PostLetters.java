package dev.dunwell.letters;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.messaging.PaperPost;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a printed batch: it goes to the post on a day, from which its customers have heard from us; or it is
 * taken back before that, and its letters wait again. Said twice the same, it is done once. A posted batch cannot be
 * taken back, nor a taken back one be posted.
 */
@Component
public class PostLetters {

    private final PaperPost post;
    private final LetterBatches batches;
    private final Audit audit;
    private final Clock clock;

    PostLetters(PaperPost post, LetterBatches batches, Audit audit, Clock clock) {
        this.post = post;
        this.batches = batches;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param on the day in the organisation's zone; not later than today */
    @Transactional
    public LetterBatch post(Caller caller, long batchId, LocalDate on) {
        LetterBatch batch = batches.locked(batchId);
        if (on.isAfter(caller.today())) {
            throw BadInput.in("on", "The post has not gone on that day yet; give today or the day it went.");
        } else if (batch.undoneBy() != null) {
            throw Refusal.conflict(
                    "batch-taken-back", "%s took this batch back; print it again first.".formatted(batch.undoneBy()));
        } else if (batch.postedOn() != null && !batch.postedOn().equals(on)) {
            throw Refusal.conflict(
                    "batch-posted",
                    "This batch was posted on %s by %s; that stays."
                            .formatted(batch.postedOn(), Objects.requireNonNull(batch.postedBy())));
        } else if (batch.postedOn() == null) {
            batches.posted(batchId, on, caller.actor().name());
            post.post(messages(batchId), on, caller.actor().name(), clock.instant());
            audit.write(caller.actor(), "letters.posted", "letter_batch", batchId, Map.of("on", on.toString()));
        }
        return batches.byId(batchId);
    }

    @Transactional
    public LetterBatch undo(Caller caller, long batchId) {
        LetterBatch batch = batches.locked(batchId);
        if (batch.postedOn() != null) {
            throw Refusal.conflict(
                    "batch-posted",
                    "This batch was posted on %s and cannot be taken back.".formatted(batch.postedOn()));
        } else if (batch.undoneBy() == null) {
            batches.undone(batchId, caller.actor().name(), clock.instant());
            post.takeBack(messages(batchId), caller.actor().name(), clock.instant());
            audit.write(caller.actor(), "letters.taken_back", "letter_batch", batchId, Map.of());
        }
        return batches.byId(batchId);
    }

    private List<Long> messages(long batchId) {
        return batches.letters(batchId).stream().map(PaperLetter::messageId).toList();
    }
}
