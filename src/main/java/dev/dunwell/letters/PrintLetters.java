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
 * Prints the letters that wait, up to a hundred at a time: one PDF to print, and a file of each that is kept. An
 * invoice that goes by post is among them as it was issued. What was paid, disputed or promised since it was written is
 * left out and withdrawn. Asked twice at once, each is printed once.
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
        List<byte[]> pages = new ArrayList<>();
        for (PaperPost.Paper each : post.print(caller.organisation(), MOST, by, now)) {
            byte[] file = switch (each) {
                case PaperPost.Sheet sheet ->
                    pdf.of(LetterSheet.html(List.of(LetterSheet.of(sheet, letterhead, accounts))));
                case PaperPost.Ready ready -> ready(ready);
            };
            pages.add(file);
            files.put(each.messageId(), keep(file));
        }
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        long id = batches.insert(keep(Pdf.joined(pages)), files, by, now);
        audit.write(caller.actor(), "letters.printed", "letter_batch", id, Map.of("letters", pages.size()));
        return Optional.of(batches.byId(id));
    }

    private byte[] ready(PaperPost.Ready paper) {
        List<byte[]> files = paper.hashes().stream().map(archive::bytes).toList();
        return files.size() == 1 ? files.getFirst() : Pdf.joined(files);
    }

    private String keep(byte[] file) {
        try {
            return archive.keep(new ByteArrayResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
