package dev.dunwell.letters;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.messaging.PaperPost;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterhead;
import dev.dunwell.statements.Letterheads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the letters that wait, up to a hundred at a time: one PDF to print, and a file of each that is kept. What was
 * paid, disputed or promised since it was written is left out and withdrawn. Asked twice at once, each letter is
 * printed once.
 */
@Component
public class PrintLetters {

    private static final int MOST = 100;

    private final PaperPost post;
    private final LetterBatches batches;
    private final Letterheads letterheads;
    private final PaperTransfers transfers;
    private final Pdf pdf;
    private final Archive archive;
    private final Audit audit;
    private final Clock clock;

    PrintLetters(
            PaperPost post,
            LetterBatches batches,
            Letterheads letterheads,
            PaperTransfers transfers,
            Pdf pdf,
            Archive archive,
            Audit audit,
            Clock clock) {
        this.post = post;
        this.batches = batches;
        this.letterheads = letterheads;
        this.transfers = transfers;
        this.pdf = pdf;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the batch; empty when there is nothing to print, any more or yet */
    @Transactional
    public Optional<LetterBatch> print(Caller caller) {
        Instant now = clock.instant();
        String by = caller.actor().name();
        Letterhead letterhead = letterheads.current();
        PaperTransfers.Accounts accounts = transfers.now();
        Map<Long, String> files = new LinkedHashMap<>();
        List<LetterSheet> sheets = new ArrayList<>();
        for (PaperPost.Sheet each : post.print(caller.organisation(), MOST, by, now)) {
            LetterSheet sheet = LetterSheet.of(each, letterhead, accounts);
            sheets.add(sheet);
            files.put(each.messageId(), keep(List.of(sheet)));
        }
        if (sheets.isEmpty()) {
            return Optional.empty();
        }
        long id = batches.insert(keep(sheets), files, by, now);
        audit.write(caller.actor(), "letters.printed", "letter_batch", id, Map.of("letters", sheets.size()));
        return Optional.of(batches.byId(id));
    }

    private String keep(List<LetterSheet> sheets) {
        try {
            return archive.keep(new ByteArrayResource(pdf.of(LetterSheet.html(sheets))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
