package dev.dunwell.payments.debit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.BankAccounts;
import dev.dunwell.payments.debit.DebitRun.Due;
import dev.dunwell.reach.NoteDebits;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the file that collects due invoices from their payers' accounts, keeps it, writes to each payer beforehand, and
 * tells that nobody is to be asked for them meanwhile. An invoice is in one file at a time. The first collection of a
 * mandate is {@code FRST}, one more of it in the same file {@code RCUR}; a mandate for one collection takes one
 * invoice.
 */
@Component
public class MakeDebitRun {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final DebitRuns runs;
    private final Mandates mandates;
    private final BankAccounts accounts;
    private final NoteDebits noteDebits;
    private final DebitNotices notices;
    private final Archive archive;
    private final Audit audit;
    private final Clock clock;

    MakeDebitRun(
            DebitRuns runs,
            Mandates mandates,
            BankAccounts accounts,
            NoteDebits noteDebits,
            DebitNotices notices,
            Archive archive,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.mandates = mandates;
        this.accounts = accounts;
        this.noteDebits = noteDebits;
        this.notices = notices;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param collectOn a bank day, at least the agreed days of notice ahead
     * @param invoices which of the due ones; those that are not due are left out
     * @return the run's id
     */
    @Transactional
    public long make(Caller caller, Mandate.Scheme scheme, LocalDate collectOn, Collection<Long> invoices) {
        Mandates.Creditor creditor = mandates.creditor()
                .orElseThrow(() -> Refusal.because("no-creditor", "Enter your creditor identifier first."));
        BankAccount account = accounts.of(EUR)
                .filter(BankAccount::hasIban)
                .orElseThrow(() -> Refusal.because("no-account", "Name your account in euro with its IBAN first."));
        checkDay(caller, creditor, collectOn);
        Set<Long> chosen = new HashSet<>(invoices);
        List<Due> lines = onceEach(runs.due(scheme, collectOn, caller.today()).stream()
                .filter(due -> chosen.contains(due.invoiceId()))
                .toList());
        if (lines.isEmpty()) {
            throw BadInput.in("invoice", "Choose at least one invoice that can be collected on that day.");
        }
        return make(caller, scheme, collectOn, creditor, account, lines);
    }

    private static void checkDay(Caller caller, Mandates.Creditor creditor, LocalDate collectOn) {
        LocalDate earliest = caller.today().plusDays(creditor.noticeDays());
        if (collectOn.isBefore(earliest)) {
            throw BadInput.in(
                    "collectOn",
                    "Payers have " + creditor.noticeDays() + " days of notice: give " + earliest + " or later.");
        } else if (caller.organisation().calendar().isQuiet(collectOn)) {
            throw BadInput.in("collectOn", "Banks are closed on that day. Give a working day.");
        }
    }

    private long make(
            Caller caller,
            Mandate.Scheme scheme,
            LocalDate collectOn,
            Mandates.Creditor creditor,
            BankAccount account,
            List<Due> lines) {
        Instant now = clock.instant();
        String message = "DD-%d-%d".formatted(caller.organisation().id(), now.toEpochMilli());
        Map<Long, Mandate> used =
                mandates.running().stream().collect(Collectors.toMap(Mandate::id, Function.identity()));
        long run = runs.insert(scheme, collectOn, message, now, caller.actor().name());
        runs.insertItems(run, lines, sequences(lines, used));
        var collector = new Pain008.Collector(
                account.holder(), account.number(), account.bic(), creditor.id(), message, now, scheme, collectOn);
        runs.keep(run, keep(Pain008.of(collector, runs.items(run), used)));
        notices.write(caller, run, creditor, collectOn);
        noteDebits.ofInvoices(
                caller.actor(),
                caller.today(),
                lines.stream().map(Due::invoiceId).toList(),
                lines.stream().map(Due::customerId).toList(),
                collectOn,
                "Direct debit " + message);
        audit.write(
                caller.actor(),
                "debit-run.made",
                "organisation",
                null,
                Map.of("run", run, "items", lines.size(), "collectOn", collectOn.toString()));
        return run;
    }

    /** The first of each mandate may be its first; what follows is not. */
    private static List<String> sequences(List<Due> lines, Map<Long, Mandate> mandates) {
        Map<Long, Integer> uses = new HashMap<>();
        return lines.stream()
                .map(line -> {
                    boolean isFirst = uses.merge(line.mandateId(), 1, Integer::sum) == 1;
                    Mandate mandate = mandates.get(line.mandateId());
                    return mandate != null && isFirst ? mandate.sequence() : "RCUR";
                })
                .toList();
    }

    private List<Due> onceEach(List<Due> lines) {
        Set<Long> once = mandates.running().stream()
                .filter(Mandate::isOnce)
                .map(Mandate::id)
                .collect(Collectors.toCollection(HashSet::new));
        Set<Long> taken = new HashSet<>();
        return lines.stream()
                .filter(line -> !once.contains(line.mandateId()) || taken.add(line.mandateId()))
                .toList();
    }

    private String keep(byte[] file) {
        try {
            return archive.keep(new ByteArrayResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
