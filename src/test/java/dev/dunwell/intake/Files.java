package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Actor;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;

/** Brings a file whole into the book of the organisation at hand, for tests that bring many. */
public record Files(TakeFile takeFile, CommitImport commitImport, Batches batches, DueJobs jobs) {

    private static final Actor TEST = Actor.automation("test");

    /** A file whose headings are the names of the targets; all of its rows must be right. */
    public void bring(Kind kind, String text) {
        long id = look(kind, text).id();
        commitImport.commit(TEST, id, false);
        work();
        assertThat(batches.byId(id).state()).as("the file of " + kind).isEqualTo(Batch.State.COMMITTED);
    }

    /** A file that is read, and nothing more. */
    Batch look(Kind kind, String text) {
        var bytes = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
        long id = takeFile.take(TEST, new TakeFile.Brought(kind, kind.code() + ".csv", bytes, new Mapping(Map.of())));
        work();
        return batches.byId(id);
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }
}
