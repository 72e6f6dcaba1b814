package dev.dunwell.portal;

import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.Objection;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer tells what they have paid before the money is there: which invoices, how much of each, on which day, and why
 * something was kept back. It becomes a contact with the payment now expected, a question "look for the money" that
 * keeps reminders away, and a dispute for what was kept back with a reason. Nothing of the ledger changes: only money
 * pays.
 */
@Component
public class TellPayment {

    private static final int LONGEST_UNDER_WAY_DAYS = 3;
    private static final int OLDEST_DAYS = 365;

    private final LogContact logContact;
    private final Disputes disputes;
    private final Standing standing;
    private final JdbcClient db;

    TellPayment(LogContact logContact, Disputes disputes, Standing standing, JdbcClient db) {
        this.logContact = logContact;
        this.disputes = disputes;
        this.standing = standing;
        this.db = db;
    }

    /**
     * One invoice of a payment.
     *
     * @param paid above zero, at most what is open
     * @param why the reason when less was paid than is open; may be empty
     */
    public record Line(long invoiceId, Money paid, String why) {}

    /** What was paid, on which day, and what the transfer says. */
    public record Told(List<Line> lines, LocalDate paidOn, String reference) {}

    private record Whose(long customerId, Currency currency) {}

    private record Paid(DueItem item, Line line) {

        Money less() {
            return item.open().minus(line.paid());
        }
    }

    /** Refuses no line, a day in the future or over a year ago, and more than is open. */
    @Transactional
    public void tell(Payer payer, Told told) {
        standing.count(payer);
        check(told, payer.caller().today());
        Map<Whose, List<Paid>> payments = new LinkedHashMap<>();
        Map<Long, Line> lines =
                told.lines.stream().collect(Collectors.toMap(Line::invoiceId, line -> line, (a, _) -> a));
        for (DueItem item : standing.items(payer, lines.keySet())) {
            Line line = Objects.requireNonNull(lines.get(item.invoiceId()));
            if (!line.paid.isPositive() || line.paid.compareTo(item.open()) > 0) {
                throw Refusal.because("paid-more-than-open", "More was told than is open of an invoice.");
            }
            payments.computeIfAbsent(new Whose(item.customerId(), item.open().currency()), _ -> new ArrayList<>())
                    .add(new Paid(item, line));
        }
        payments.forEach((whose, paid) -> note(payer, whose, paid, told));
    }

    private static void check(Told told, LocalDate today) {
        if (told.lines.isEmpty()) {
            throw BadInput.in("invoice", "Choose at least one invoice.");
        } else if (told.paidOn.isAfter(today) || told.paidOn.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw Refusal.because("paid-in-future", "Give the day on which it was paid, today at the latest.");
        }
    }

    private void note(Payer payer, Whose whose, List<Paid> paid, Told told) {
        Money sum =
                paid.stream().map(each -> each.line.paid()).reduce(Money::plus).orElseThrow();
        LocalDate today = payer.caller().today();
        LocalDate expected = payer.caller().organisation().calendar().onOrAfter(latest(told.paidOn, today));
        long interaction = logContact.log(
                payer.caller(),
                new LogContact.Contact(
                        whose.customerId,
                        null,
                        "mail",
                        "in",
                        "says_paid",
                        words(paid, told, sum),
                        sum,
                        expected,
                        null,
                        paid.stream().map(each -> each.item.invoiceId()).toList()));
        keep(payer, whose, paid, told, sum, interaction);
        for (Paid each : paid) {
            if (each.less().isPositive() && !each.line.why().isBlank() && each.item.disputed() == null) {
                disputes.open(
                        payer.caller(),
                        each.item.invoiceId(),
                        new Objection(DeductionCode.OTHER, each.line.why(), each.less(), null, null));
            }
        }
    }

    private static LocalDate latest(LocalDate paidOn, LocalDate today) {
        LocalDate there = paidOn.plusDays(LONGEST_UNDER_WAY_DAYS);
        return there.isBefore(today) ? today : there;
    }

    private static String words(List<Paid> paid, Told told, Money sum) {
        String lines = paid.stream()
                .map(each -> each.item.number() + ": " + each.line.paid()
                        + (each.less().isPositive() ? ", " + each.less() + " kept back" : "")
                        + (each.line.why().isBlank()
                                ? ""
                                : " (" + each.line.why().strip() + ")"))
                .collect(Collectors.joining("; "));
        String reference = told.reference.isBlank() ? "" : " Reference: " + told.reference.strip() + ".";
        return "Paid " + sum + " on " + told.paidOn + ". " + lines + "." + reference;
    }

    private void keep(Payer payer, Whose whose, List<Paid> paid, Told told, Money sum, long interaction) {
        long id = db.sql("""
                insert into remittance (customer_id, interaction_id, currency, amount, paid_on, reference, told_on, author)
                values (:customer, :interaction, :currency, :amount, :paidOn, :reference, :today, :author)
                returning id
                """)
                .param("customer", whose.customerId)
                .param("interaction", interaction)
                .param("currency", whose.currency.getCurrencyCode())
                .param("amount", sum.minor())
                .param("paidOn", told.paidOn)
                .param("reference", told.reference.strip())
                .param("today", payer.caller().today())
                .param("author", payer.caller().actor().name())
                .query(Long.class)
                .single();
        db.sql("""
                insert into remittance_line (remittance_id, invoice_id, paid, less, why)
                select :id, l.invoice, l.paid, l.less, l.why
                from unnest(:invoices, :amounts, :less, :why) as l (invoice, paid, less, why)
                """)
                .param("id", id)
                .param(
                        "invoices",
                        paid.stream().map(each -> each.item.invoiceId()).toArray(Long[]::new))
                .param(
                        "amounts",
                        paid.stream().map(each -> each.line.paid().minor()).toArray(Long[]::new))
                .param("less", paid.stream().map(each -> each.less().minor()).toArray(Long[]::new))
                .param("why", paid.stream().map(each -> each.line.why().strip()).toArray(String[]::new))
                .update();
    }
}
