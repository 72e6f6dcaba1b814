package dev.dunwell.statements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.payments.PaperTransfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one statement into a PDF that is kept: asked for again it is the same file, whatever happened since. */
@Component
public class PrintStatement {

    private final Statements statements;
    private final Letterheads letterheads;
    private final PaperTransfers transfers;
    private final Papers papers;
    private final Pdf pdf;
    private final Archive archive;
    private final Knowledge knowledge;
    private final Audit audit;

    PrintStatement(
            Statements statements,
            Letterheads letterheads,
            PaperTransfers transfers,
            Papers papers,
            Pdf pdf,
            Archive archive,
            Knowledge knowledge,
            Audit audit) {
        this.statements = statements;
        this.letterheads = letterheads;
        this.transfers = transfers;
        this.papers = papers;
        this.pdf = pdf;
        this.archive = archive;
        this.knowledge = knowledge;
        this.audit = audit;
    }

    /**
     * @param asked without a moment it is made with what is known now, and says so for ever
     * @param rollUp whether the customers below are on it too
     */
    @Transactional
    public Paper print(Actor actor, Organisation organisation, long customerId, Asked asked, boolean rollUp) {
        Asked fixed = asked.to().knownAt() != null
                ? asked
                : new Asked(
                        asked.kind(),
                        asked.from(),
                        new AsOf(asked.to().day(), knowledge.upToNow()),
                        asked.bucketDays());
        Statement statement = rollUp
                ? statements.rolledUp(customerId, fixed)
                : statements.of(List.of(customerId), fixed).getFirst();
        Sheet sheet = Sheet.of(statement, letterheads.current(), transfers.now(), organisation);
        var kept = new Papers.Kept(statement, sheet.words().language(), keep(pdf.of(sheet.html())));
        papers.insert(List.of(kept), null, actor.name());
        audit.write(
                actor,
                "statement.made",
                "customer",
                customerId,
                Map.of("kind", asked.kind().code(), "to", asked.to().day().toString(), "hash", kept.hash()));
        return papers.of(customerId).getFirst();
    }

    private String keep(byte[] bytes) {
        try {
            return archive.keep(new ByteArrayResource(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
