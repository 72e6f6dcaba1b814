package dev.dunwell.portal;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.IdentifyPayment;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds to money that came in what its payer said at the door that it pays, and uses it so. A person says yes. */
@Component
public class ToldPayments {

    private static final String MATCH = Sql.named("portal/told-match");

    private final Payments payments;
    private final IdentifyPayment identifyPayment;
    private final Allocate allocate;
    private final JdbcClient db;

    ToldPayments(Payments payments, IdentifyPayment identifyPayment, Allocate allocate, JdbcClient db) {
        this.payments = payments;
        this.identifyPayment = identifyPayment;
        this.allocate = allocate;
        this.db = db;
    }

    /**
     * What a payer told of.
     *
     * @param numbers of the invoices, parted by commas
     * @param shares how much of each
     */
    public record Told(
            long id,
            long customerId,
            String customer,
            LocalDate paidOn,
            String reference,
            String author,
            String numbers,
            List<Share> shares) {}

    /** What the rest of a payment can be, the last told first. */
    @Transactional(readOnly = true)
    public List<Told> matching(long paymentId, LocalDate today) {
        Payment payment = payments.byId(paymentId, today).orElseThrow(() -> new NotFound("payment"));
        String currency = payment.amount().currency().getCurrencyCode();
        return payment.unapplied().isPositive()
                ? db.sql(MATCH)
                        .param("currency", currency)
                        .param("amount", payment.unapplied().minor())
                        .param("receivedOn", payment.receivedOn())
                        .param("customer", payment.customerId())
                        .param("reference", Objects.requireNonNullElse(payment.reference(), ""))
                        .query((row, _) -> told(row, currency))
                        .list()
                : List.of();
    }

    /** Settles what was told of, and says who paid where that was unknown. */
    @Transactional
    public void use(Caller caller, long paymentId, long toldId) {
        Told told = matching(paymentId, caller.today()).stream()
                .filter(each -> each.id == toldId)
                .findFirst()
                .orElseThrow(() -> new NotFound("payment that was told of"));
        Payment payment = payments.byId(paymentId, caller.today()).orElseThrow(() -> new NotFound("payment"));
        if (payment.customerId() == null) {
            identifyPayment.identify(caller.actor(), paymentId, told.customerId, caller.today());
        }
        allocate.allocate(caller.actor(), new Source.OfPayment(paymentId), told.shares, caller.today());
    }

    private static Told told(ResultSet row, String currency) throws SQLException {
        Long[] invoices = (Long[]) row.getArray("invoices").getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < invoices.length; i++) {
            shares.add(new Share(invoices[i], Money.ofMinor(amounts[i], currency)));
        }
        return new Told(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reference"),
                row.getString("author"),
                row.getString("numbers"),
                shares);
    }
}
