package dev.dunwell.journal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Archive;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports what became known since the last export, for the general ledger: as CSV, and for DATEV when the numbers for
 * it are set. What was exported and has been voided or amended since comes again with the sign turned, so that both
 * books end up the same. Refuses when nothing is new, and when an account has no number that DATEV needs.
 */
@Component
public class ExportJournal {

    private final Journal journal;
    private final AccountNumbers accountNumbers;
    private final Exports exports;
    private final Knowledge knowledge;
    private final Archive archive;
    private final Audit audit;

    ExportJournal(
            Journal journal,
            AccountNumbers accountNumbers,
            Exports exports,
            Knowledge knowledge,
            Archive archive,
            Audit audit) {
        this.journal = journal;
        this.accountNumbers = accountNumbers;
        this.exports = exports;
        this.knowledge = knowledge;
        this.archive = archive;
        this.audit = audit;
    }

    /** @return the export's id */
    @Transactional
    public long export(Actor actor, Organisation organisation) {
        exports.lock();
        AccountingSettings settings = accountNumbers.settings();
        Instant after = exports.exportedUntil();
        Instant until = knowledge.upToNow();
        List<Posting> postings = journal.becameKnown(after, until, settings.withDocuments());
        if (postings.isEmpty()) {
            throw Refusal.because("nothing-new", "Nothing to export has been recorded since the last export.");
        }
        List<Export.File> files = new ArrayList<>();
        files.add(keep("journal-" + until.toString().replaceAll("[:.]", "") + ".csv", csv(postings, settings)));
        List<Posting> held =
                postings.stream().filter(p -> Datev.canHold(p.amount())).toList();
        boolean isForDatev = settings.consultant() != null && settings.client() != null;
        if (isForDatev) {
            files.addAll(datev(held, settings, organisation, until));
        }
        int leftOut = isForDatev ? postings.size() - held.size() : 0;
        long id = exports.insert(
                new Export(0, after, until, postings.size(), leftOut, until, actor.name(), List.copyOf(files)));
        audit.write(
                actor, "journal.exported", "journal", id, Map.of("postings", postings.size(), "files", files.size()));
        return id;
    }

    private List<Export.File> datev(
            List<Posting> postings, AccountingSettings settings, Organisation organisation, Instant until) {
        requireNumbers(postings, settings);
        var datev = new Datev(
                settings,
                organisation.currency(),
                until.atZone(organisation.zone()).toLocalDateTime());
        Map<YearMonth, List<Booking>> months = Booking.of(postings).stream()
                .filter(b -> !settings.number(b.debit().account())
                        .equals(settings.number(b.credit().account())))
                .collect(Collectors.groupingBy(b -> YearMonth.from(b.on()), TreeMap::new, Collectors.toList()));
        List<Export.File> files = new ArrayList<>();
        months.forEach((month, bookings) ->
                files.add(keep("EXTF_Buchungsstapel_" + month + ".csv", datev.file(month, bookings))));
        return files;
    }

    private static void requireNumbers(List<Posting> postings, AccountingSettings settings) {
        String missing = postings.stream()
                .map(Posting::account)
                .distinct()
                .filter(account -> !settings.number(account).matches("\\d{1,9}"))
                .map(Account::title)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.because(
                    "account-without-number",
                    "DATEV needs a number of digits for: " + missing + ". Give them under Settings, Accounting.");
        }
    }

    private static byte[] csv(List<Posting> postings, AccountingSettings settings) {
        var bytes = new ByteArrayOutputStream();
        try (Csv csv = Csv.to(bytes, JournalCsv.headings())) {
            postings.forEach(p -> JournalCsv.write(csv, p, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Export.File keep(String name, byte[] bytes) {
        try {
            return new Export.File(name, archive.keep(new ByteArrayResource(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
