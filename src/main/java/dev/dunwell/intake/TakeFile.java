package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.archive.Archive;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file in: the original is kept, and a job will read it. Nothing of the book changes by it. */
@Component
public class TakeFile {

    private final Archive archive;
    private final Batches batches;
    private final Jobs jobs;
    private final Clock clock;

    TakeFile(Archive archive, Batches batches, Jobs jobs, Clock clock) {
        this.archive = archive;
        this.batches = batches;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A file that somebody brings.
     *
     * @param mapping as far as it is known; the rest is guessed or asked for
     */
    public record Brought(Kind kind, String name, InputStreamSource bytes, Mapping mapping) {}

    /** @return the number of the batch, in state {@code reading} */
    @Transactional
    public long take(Actor actor, Brought file) {
        try {
            String hash = archive.keep(file.bytes());
            long id = batches.insert(file.kind(), file.name(), hash, file.mapping(), actor.name());
            jobs.schedule(ReadFile.NAME, ReadFile.what(id, clock.instant()), clock.instant());
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
