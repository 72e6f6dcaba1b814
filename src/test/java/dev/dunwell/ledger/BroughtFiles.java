package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.Batch;
import dev.dunwell.intake.Batches;
import dev.dunwell.intake.CommitImport;
import dev.dunwell.intake.TakeFile;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;

/** Brings files of invoices into a book, as a clerk would, and lets the jobs work. Needs {@link DueJobs}. */
@TestComponent
record BroughtFiles(TakeFile takeFile, CommitImport commitImport, Batches batches, DueJobs jobs) {

    private static final String HEAD = "Customer No,Invoice No,Invoice Date,Due Date,Amount,Currency,Settled Date";

    /**
     * One row.
     *
     * @param settledOn null: it is open
     */
    record Row(
            String customer,
            String number,
            Invoice.Bill bill,
            @Nullable LocalDate settledOn) {

        String told() {
            return "%s,%s,%s,%s,%s,%s,%s"
                    .formatted(
                            customer,
                            number,
                            bill.issuedOn(),
                            bill.dueOn(),
                            bill.amount().amount().setScale(4), // three decimals alone could be thousands
                            bill.amount().currency(),
                            settledOn == null ? "" : settledOn);
        }
    }

    /** @return what the rows were beside the book */
    Batch.Counts bring(Book book, List<Row> rows) {
        String text =
                HEAD + "\n" + String.join("\n", rows.stream().map(Row::told).toList()) + "\n";
        var bytes = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
        var file = new TakeFile.Brought(Kind.INVOICES, "book.csv", bytes, new Mapping(Map.of()));
        long id = book.inside(() -> takeFile.take(Book.NORA, file));
        work();
        book.inside(() -> {
            commitImport.commit(Book.NORA, id, true);
            return id;
        });
        work();
        Batch batch = book.inside(() -> batches.byId(id));
        assertThat(batch.state()).as(text).isEqualTo(Batch.State.COMMITTED);
        return batch.counts();
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }
}
