package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;

import dev.dunwell.access.Organisations;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.TermsBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes and sends quotes of one line in the organisation that is bound, under 2/10 net 30; they leave with the next
 * night.
 */
@TestComponent
public class MailedQuotes {

    private final WriteQuote writeQuote;
    private final ChangeQuote changeQuote;
    private final SendQuote sendQuote;
    private final ReplaceQuote replaceQuote;
    private final Customers customers;
    private final TermsBook terms;
    private final Organisations organisations;
    private final JdbcClient db;

    MailedQuotes(
            WriteQuote writeQuote,
            ChangeQuote changeQuote,
            SendQuote sendQuote,
            ReplaceQuote replaceQuote,
            Customers customers,
            TermsBook terms,
            Organisations organisations,
            JdbcClient db) {
        this.writeQuote = writeQuote;
        this.changeQuote = changeQuote;
        this.sendQuote = sendQuote;
        this.replaceQuote = replaceQuote;
        this.customers = customers;
        this.terms = terms;
        this.organisations = organisations;
        this.db = db;
    }

    /** @return its id */
    public long draft(String customer, LocalDate until, LocalDate today) {
        var wanted = new WriteQuote.Wanted(
                customers.byNumber(customer).orElseThrow().id(),
                "Hall 3",
                Currency.getInstance("EUR"),
                terms.inForce("2/10 net 30", today).orElseThrow().id(),
                until,
                null);
        long id = writeQuote.write(NORA, wanted, today);
        var press = Trade.item("Press, installed", "2", "1000.00", "S19");
        changeQuote.change(NORA, id, new ChangeQuote.Change.Add(press), today);
        return id;
    }

    public long mailed(String customer, LocalDate until, LocalDate today) {
        long id = draft(customer, until, today);
        send(id, today);
        return id;
    }

    public void send(long id, LocalDate today) {
        sendQuote.send(NORA, organisations.current(), id, true, today);
        db.sql("update message set leave_at = ? where kind = 'quote' and state = 'planned'")
                .param(today.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Another in its place, mailed too. */
    public long replaced(long id, LocalDate until, LocalDate today) {
        long later = replaceQuote.replace(NORA, id, until, today);
        send(later, today);
        return later;
    }
}
