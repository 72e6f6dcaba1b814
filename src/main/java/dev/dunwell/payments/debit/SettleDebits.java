package dev.dunwell.payments.debit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.ReverseCredit;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.payments.debit.DebitRun.Item;
import dev.dunwell.reach.NoteDebits;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of collections: what the bank credited is booked, one payment for each line under its end-to-end id; what
 * came back opens its invoice again, before or after it was booked, and ends the mandate where the reason says that
 * there is none.
 */
@Component
public class SettleDebits {

    /** No mandate, or no account any more (ISO 20022 external return reasons). */
    private static final Set<String> ENDS_MANDATE = Set.of("AC04", "AC06", "MD01", "MD07", "SL01");

    private final DebitRuns runs;
    private final RecordPayment recordPayment;
    private final ReverseCredit reverseCredit;
    private final OpenItems openItems;
    private final RecordMandate recordMandate;
    private final Mandates mandates;
    private final NoteDebits noteDebits;
    private final Audit audit;

    SettleDebits(
            DebitRuns runs,
            RecordPayment recordPayment,
            ReverseCredit reverseCredit,
            OpenItems openItems,
            RecordMandate recordMandate,
            Mandates mandates,
            NoteDebits noteDebits,
            Audit audit) {
        this.runs = runs;
        this.recordPayment = recordPayment;
        this.reverseCredit = reverseCredit;
        this.openItems = openItems;
        this.recordMandate = recordMandate;
        this.mandates = mandates;
        this.noteDebits = noteDebits;
        this.audit = audit;
    }

    /**
     * Books what the bank credited, on the day of the collection. Refuses a day to come; done twice it is done once.
     */
    @Transactional
    public void book(Caller caller, long runId) {
        DebitRun run = runs.byId(runId).orElseThrow(() -> new NotFound("collection"));
        if (run.collectOn().isAfter(caller.today())) {
            throw Refusal.because("not-yet", "The bank collects on " + run.collectOn() + "; book it then.");
        }
        if (runs.booked(runId, caller.today())) {
            for (Item item : runs.items(runId)) {
                if (item.returnedOn() == null) {
                    book(caller, run, item);
                }
            }
            audit.write(caller.actor(), "debit-run.booked", "organisation", null, Map.of("run", runId));
        }
    }

    private void book(Caller caller, DebitRun run, Item item) {
        Money open = openItems.of(item.customerId(), LocalDate.MAX).stream()
                .filter(each -> each.id() == item.invoiceId())
                .map(OpenItem::open)
                .reduce(Money.zero(item.amount().currency()), Money::plus);
        Money part = open.compareTo(item.amount()) < 0 ? open : item.amount();
        List<Share> shares = part.isPositive() ? List.of(new Share(item.invoiceId(), part)) : List.of();
        var wanted = new RecordPayment.Wanted(
                item.customerId(),
                run.collectOn(),
                item.amount(),
                "Direct debit " + item.invoiceNumber(),
                "debit:" + item.endToEnd(),
                new RecordPayment.Use(shares, false));
        runs.paid(
                item.id(),
                recordPayment.record(caller.actor(), wanted).payment().id());
    }

    /**
     * Takes a line back that the bank returned (an R-transaction).
     *
     * @param code of ISO 20022, such as AM04 for no funds or MD06 for the payer's objection
     * @param on the day on which the bank took it back
     */
    @Transactional
    public void returned(Caller caller, long itemId, String code, LocalDate on) {
        if (!code.matches("[A-Z0-9]{4}")) {
            throw BadInput.in("code", "Give the bank's reason of four letters and digits, as AM04.");
        } else if (on.isAfter(caller.today())) {
            throw BadInput.in("on", "Give the day on which it came back, today at the latest.");
        }
        Item item = runs.lock(itemId).orElseThrow(() -> new NotFound("collection"));
        if (item.returnedOn() != null) {
            throw Refusal.conflict("returned", "This came back on " + item.returnedOn() + " already.");
        }
        String why = "Direct debit returned: " + code;
        if (item.paymentId() != null) {
            reverseCredit.reverse(caller.actor(), new Source.OfPayment(item.paymentId()), why, on);
        }
        runs.returned(itemId, on, code);
        noteDebits.end(caller.actor(), caller.today(), item.customerId(), List.of(item.invoiceId()), why);
        boolean isRunning = mandates.byId(item.mandateId())
                .filter(mandate -> mandate.endedOn() == null)
                .isPresent();
        if (isRunning && ENDS_MANDATE.contains(code)) {
            recordMandate.revoke(caller.actor(), caller.today(), item.mandateId(), why);
        }
        audit.write(
                caller.actor(),
                "debit.returned",
                "customer",
                item.customerId(),
                Map.of("item", item.endToEnd(), "invoice", item.invoiceNumber(), "code", code));
    }
}
