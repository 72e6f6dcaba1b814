package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shares a source out over invoices, within the transaction of the act that asks. Locks the source, then the invoices
 * in the order of their ids, so that any number may do it at once; refuses more than is left or open, and another
 * currency.
 */
@Component
class Settle {

    private static final String LOCK_PAYMENT = """
            select id, customer_id, '' as name, received_on as dated_on, unapplied_amount as open, currency
            from payment
            where id = :id and voided_at is null
            for no key update
            """;
    private static final String LOCK_CREDIT_NOTE = """
            select id, customer_id, number as name, issued_on as dated_on, unapplied_amount as open, currency
            from credit_note
            where id = :id and voided_at is null
            for no key update
            """;
    private static final String WRITE_OFF = """
            select w.id, i.customer_id, '' as name, w.written_on as dated_on, w.amount as open, i.currency
            from write_off w
            join invoice i on i.org_id = w.org_id and i.id = w.invoice_id
            where w.id = :id
            """;

    private final JdbcClient db;
    private final Allocations allocations;

    Settle(JdbcClient db, Allocations allocations) {
        this.db = db;
        this.allocations = allocations;
    }

    /** What can still be used of a source, or be settled of an invoice. */
    private record Left(long id, long customerId, String name, LocalDate datedOn, Money open) {}

    /** @return the customers whose balance moved */
    Set<Long> share(Source source, List<Share> shares, LocalDate effectiveOn) {
        Left from = lock(source);
        Map<Long, Left> invoices = new TreeMap<>();
        lockInvoices(shares).forEach(invoice -> invoices.put(invoice.id, invoice));
        Set<Long> customers = new HashSet<>(Set.of(from.customerId));
        Money total = Money.zero(from.open.currency());
        for (Share share : shares) {
            Left invoice = invoices.remove(share.invoiceId());
            if (invoice == null) {
                throw BadInput.in("invoice", "There is no such invoice, or it is named twice.");
            }
            check(share.amount(), invoice, from);
            total = total.plus(share.amount());
            customers.add(invoice.customerId);
        }
        if (total.compareTo(from.open) > 0) {
            throw Refusal.because("more-than-left", "Only " + from.open + " of the " + source.kind() + " are left.");
        }
        if (!shares.isEmpty()) {
            allocations.insert(source, shares, effectiveOn);
        }
        return customers;
    }

    /** Shares what is left over the customer's invoices issued by the source's day, the earliest due first. */
    Set<Long> shareToOldest(Source source, LocalDate effectiveOn) {
        Left from = lock(source);
        List<Left> open = lockOpen(from);
        Money left = from.open;
        var shares = new ArrayList<Share>();
        for (Left invoice : open) {
            Money part = invoice.open.compareTo(left) < 0 ? invoice.open : left;
            if (part.isPositive()) {
                shares.add(new Share(invoice.id, part));
                left = left.minus(part);
            }
        }
        return share(source, shares, effectiveOn);
    }

    private static void check(Money amount, Left invoice, Left from) {
        if (!amount.isPositive()) {
            throw BadInput.in("amount", "Give an amount above zero.");
        } else if (!invoice.open.currency().equals(from.open.currency())
                || !amount.currency().equals(from.open.currency())) {
            throw Refusal.because(
                    "other-currency",
                    "Invoice %s is in %s; it cannot be settled by %s."
                            .formatted(invoice.name, invoice.open.currency(), from.open.currency()));
        } else if (amount.compareTo(invoice.open) > 0) {
            throw Refusal.because(
                    "more-than-open",
                    invoice.open.isZero()
                            ? "Invoice " + invoice.name + " is settled already."
                            : "Only " + invoice.open + " of invoice " + invoice.name + " are open.");
        }
    }

    private Left lock(Source source) {
        String sql = switch (source) {
            case Source.OfPayment _ -> LOCK_PAYMENT;
            case Source.OfCreditNote _ -> LOCK_CREDIT_NOTE;
            case Source.OfWriteOff _ -> WRITE_OFF;
        };
        return db.sql(sql)
                .param("id", source.id())
                .query(Settle::left)
                .optional()
                .orElseThrow(() -> new NotFound(source.kind()));
    }

    private List<Left> lockInvoices(List<Share> shares) {
        return db.sql("""
                select id, customer_id, number as name, due_on as dated_on, open_amount as open, currency
                from invoice
                where id = any(:ids) and voided_at is null
                order by id
                for no key update
                """)
                .param("ids", shares.stream().map(Share::invoiceId).toArray(Long[]::new))
                .query(Settle::left)
                .list();
    }

    private List<Left> lockOpen(Left from) {
        List<Left> open = db.sql("""
                select id, customer_id, number as name, due_on as dated_on, open_amount as open, currency
                from invoice
                where customer_id = :customer and currency = :currency and issued_on <= :day
                  and open_amount > 0 and voided_at is null
                order by id
                for no key update
                """)
                .param("customer", from.customerId)
                .param("currency", from.open.currency().getCurrencyCode())
                .param("day", from.datedOn)
                .query(Settle::left)
                .list();
        return open.stream()
                .sorted(Comparator.comparing(Left::datedOn).thenComparing(Left::id))
                .toList();
    }

    private static Left left(ResultSet row, int n) throws SQLException {
        return new Left(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("name"),
                row.getObject("dated_on", LocalDate.class),
                Money.ofMinor(row.getLong("open"), row.getString("currency")));
    }
}
