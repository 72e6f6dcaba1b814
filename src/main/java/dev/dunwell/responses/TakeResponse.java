package dev.dunwell.responses;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.cases.AskQuestion;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Objection;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.stages.RecordDelivery;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a buyer's system answers about an invoice, once: it shows that the invoice is there, and a query is kept
 * as a question, a rejection as a dispute. Refuses an answer without a name of its own or with a day to come, and a
 * rejection of what is disputed already.
 */
@Component
public class TakeResponse {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NOTE = 1000;

    private final Invoices invoices;
    private final RecordDelivery recordDelivery;
    private final AskQuestion askQuestion;
    private final Disputes disputes;
    private final JdbcClient db;
    private final Audit audit;

    TakeResponse(
            Invoices invoices,
            RecordDelivery recordDelivery,
            AskQuestion askQuestion,
            Disputes disputes,
            JdbcClient db,
            Audit audit) {
        this.invoices = invoices;
        this.recordDelivery = recordDelivery;
        this.askQuestion = askQuestion;
        this.disputes = disputes;
        this.db = db;
        this.audit = audit;
    }

    /**
     * An answer.
     *
     * @param id the answer's own, by which it is known when it comes again
     * @param reason why, as Peppol codes it ({@code PRI}, {@code QTY}); empty when it says nothing
     * @param note in their words; may be empty
     */
    public record Response(String id, ResponseCode code, String reason, String note, LocalDate on) {}

    /** @return whether it was new */
    @Transactional
    public boolean take(Caller caller, String invoiceNumber, Response response) {
        check(response, caller.today());
        Invoice invoice = invoices.byNumber(invoiceNumber, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        if (!isNew(invoice, response, caller)) {
            return false;
        }
        String words = words(response);
        recordDelivery.record(
                caller, invoice.id(), new RecordDelivery.Proof(response.code.grade(), response.on, "e_invoice", words));
        switch (response.code.meaning()) {
            case EVIDENCE -> {}
            case QUESTION ->
                askQuestion.ask(
                        caller, new AskQuestion.Wanted(invoice.customerId(), invoice.id(), "", words, null, null));
            case DISPUTE ->
                disputes.open(caller, invoice.id(), new Objection(reason(response), words, null, null, null));
        }
        audit.write(
                caller.actor(),
                "response.taken",
                "customer",
                invoice.customerId(),
                Map.of("invoice", invoice.id(), "code", response.code.code(), "id", response.id));
        return true;
    }

    private boolean isNew(Invoice invoice, Response response, Caller caller) {
        return db.sql("""
                        insert into invoice_response (id, invoice_id, code, reason, note, answered_on, author)
                        values (:id, :invoice, :code, :reason, :note, :on, :author)
                        on conflict do nothing
                        """)
                        .param("id", response.id)
                        .param("invoice", invoice.id())
                        .param("code", response.code.code())
                        .param("reason", response.reason)
                        .param("note", response.note)
                        .param("on", response.on)
                        .param("author", caller.actor().name())
                        .update()
                > 0;
    }

    private static String words(Response response) {
        String note = response.note.strip();
        return "%s %s%s".formatted(response.code.code(), response.code.title(), note.isEmpty() ? "." : ": " + note);
    }

    private static DeductionCode reason(Response response) {
        return Arrays.stream(DeductionCode.values())
                .filter(code -> !code.peppol().isEmpty() && code.peppol().equals(response.reason))
                .findFirst()
                .orElse(DeductionCode.OTHER);
    }

    private static void check(Response response, LocalDate today) {
        if (response.id.isBlank() || response.id.length() > LONGEST_ID) {
            throw BadInput.in("id", "Give the id of the answer, so that it counts once when it comes twice.");
        } else if (response.on.isAfter(today)) {
            throw BadInput.in("on", "That day is still to come; give the day of the answer.");
        } else if (response.note.length() > LONGEST_NOTE) {
            throw BadInput.in("note", "Shorten it to " + LONGEST_NOTE + " characters.");
        }
    }
}
