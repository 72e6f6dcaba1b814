package dev.dunwell.statements;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.jobs.Job;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.payments.PaperTransfers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints the statements of a run: reads some hundred customers in the same four questions, makes a PDF of each, keeps
 * it, and puts all into one ZIP. Started again after a crash, it begins anew; what is kept twice is the same file.
 */
@Component
class PrintStatements implements Job {

    static final String NAME = "statements.print";

    private static final Logger log = LoggerFactory.getLogger(PrintStatements.class);
    private static final int PORTION = 200;

    private final StatementRuns runs;
    private final Statements statements;
    private final Letterheads letterheads;
    private final PaperTransfers transfers;
    private final Papers papers;
    private final Pdf pdf;
    private final Archive archive;
    private final TransactionTemplate transaction;

    PrintStatements(
            StatementRuns runs,
            Statements statements,
            Letterheads letterheads,
            PaperTransfers transfers,
            Papers papers,
            Pdf pdf,
            Archive archive,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.statements = statements;
        this.letterheads = letterheads;
        this.transfers = transfers;
        this.papers = papers;
        this.pdf = pdf;
        this.archive = archive;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void work(Organisation organisation, String what) {
        StatementRun run = runs.byId(Long.parseLong(what));
        if (run.isPrinting()) {
            try {
                print(organisation, run);
            } catch (TransientDataAccessException e) {
                throw e; // the database was away or busy: the job comes back
            } catch (RuntimeException | IOException e) {
                log.error("the statements of run {} could not be printed", run.id(), e);
                runs.fail(run.id(), "Printing stopped at an error of ours; it is in the log. Ask for them again.");
            }
        }
    }

    private void print(Organisation organisation, StatementRun run) throws IOException {
        List<Long> customers = runs.customers(run);
        Path file = Files.createTempFile("statements", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < customers.size(); i += PORTION) {
                runs.progress(run.id(), i, customers.size());
                print(organisation, run, customers.subList(i, Math.min(i + PORTION, customers.size())), zip);
            }
            zip.close();
            runs.progress(run.id(), customers.size(), customers.size());
            transaction.executeWithoutResult(_ -> {
                try {
                    runs.finish(run.id(), archive.keep(new FileSystemResource(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void print(Organisation organisation, StatementRun run, List<Long> customers, ZipOutputStream zip)
            throws IOException {
        var asked = new Asked(run.kind(), run.from(), new AsOf(run.to(), run.knownAt()), organisation.agingDays());
        Letterhead letterhead = letterheads.current();
        PaperTransfers.Accounts accounts = transfers.now();
        List<Printed> printed = statements.of(customers, asked).parallelStream()
                .map(statement -> print(Sheet.of(statement, letterhead, accounts, organisation)))
                .toList();
        for (Printed each : printed) {
            put(zip, Paper.fileName(run.kind(), each.statement.number(), run.to()), run.askedAt(), each.bytes);
        }
        transaction.executeWithoutResult(_ -> keep(printed, run));
    }

    private Printed print(Sheet sheet) {
        return new Printed(sheet.statement(), sheet.words().language(), pdf.of(sheet.html()));
    }

    private record Printed(Statement statement, String language, byte[] bytes) {}

    private void keep(List<Printed> printed, StatementRun run) {
        List<Papers.Kept> kept = new ArrayList<>();
        for (Printed each : printed) {
            try {
                kept.add(new Papers.Kept(
                        each.statement, each.language, archive.keep(new ByteArrayResource(each.bytes))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        papers.insert(kept, run.id(), run.askedBy());
    }

    private static void put(ZipOutputStream zip, String name, Instant at, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
