package dev.dunwell.bench;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.Batch;
import dev.dunwell.intake.Batches;
import dev.dunwell.intake.CommitImport;
import dev.dunwell.intake.TakeFile;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.jobs.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.core.io.FileSystemResource;

/** The invoices of the book as the file of an accounting system, on its way in: by the product, and by hand. */
final class Upload {

    private static final Actor ACTOR = Actor.automation("bench");

    private final House house;
    private final Path file;

    /** Writes the file from what stands in the book. */
    Upload(House house, Path file) throws SQLException, IOException {
        this.house = house;
        this.file = file;
        try (var out = Files.newOutputStream(file)) {
            house.superuser().unwrap(PGConnection.class).getCopyAPI().copyOut("""
                    copy (
                      select c.number as "Customer No", i.number as "Invoice No", i.issued_on as "Invoice Date",
                             i.due_on as "Due Date", i.currency as "Currency", (i.amount / 100.0)::numeric(20, 2) as "Amount"
                      from invoice i
                      join customer c on c.org_id = i.org_id and c.id = i.customer_id
                      order by i.id
                    ) to stdout (format csv, header)
                    """, out);
        }
    }

    /** A book that knows its customers and has no invoice yet. */
    void forgetInvoices() throws SQLException {
        house.command("truncate invoice, payment, import_batch, stored_file, stored_piece cascade");
        house.forgetNights();
    }

    /** All that happens to a file that somebody brings and says yes to. */
    void throughTheHouse() {
        Organisation organisation = house.organisation();
        Tenant.runIn(organisation.id(), () -> {
            long batch = house.bean(TakeFile.class)
                    .take(
                            ACTOR,
                            new TakeFile.Brought(
                                    Kind.INVOICES,
                                    "invoices.csv",
                                    new FileSystemResource(file),
                                    new Mapping(Map.of())));
            work("import.read", organisation, batch);
            expect(batch, Batch.State.DRY_RUN);
            house.bean(CommitImport.class).commit(ACTOR, batch, false);
            work("import.write", organisation, batch);
            expect(batch, Batch.State.COMMITTED);
        });
    }

    /** The file into a staging table and from there into the book. */
    void byHand(String sql) {
        house.run(sql, this::copy);
    }

    /**
     * The same, and what the new invoices lead to: a decision for each, and how their customers stand now. A careful
     * person looks at a table that was filled before joining it to itself: without that the decisions take minutes.
     */
    void byHandWithDecisions() throws SQLException {
        byHand("import");
        house.command("analyze invoice");
        house.runWithout(List.of("with written as", "insert into step_taken"), "first-night");
    }

    private void copy(Connection connection) throws SQLException {
        try (var in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged_invoice from stdin (format csv, header)", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void work(String job, Organisation organisation, long batch) {
        house.beans(Job.class)
                .filter(it -> it.name().equals(job))
                .findFirst()
                .orElseThrow()
                .work(organisation, batch + " " + Instant.EPOCH);
    }

    private void expect(long id, Batch.State state) {
        Batch batch = house.bean(Batches.class).byId(id);
        if (batch.state() != state || batch.counts().wrong() > 0) {
            throw new IllegalStateException("The import did not go through: " + batch);
        }
    }
}
