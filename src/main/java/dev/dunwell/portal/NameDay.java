package dev.dunwell.portal;

import dev.dunwell.collections.MakePromise;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer names the day on which they pay some invoices in full. Until then nothing is sent about them. Naming days
 * does not put off for ever: however often a day is named, the last one lies at most so many days after the first was
 * named as the organisation allows (thirty, unless it says otherwise).
 */
@Component
public class NameDay {

    private final MakePromise makePromise;
    private final Standing standing;
    private final Links links;
    private final JdbcClient db;

    NameDay(MakePromise makePromise, Standing standing, Links links, JdbcClient db) {
        this.makePromise = makePromise;
        this.standing = standing;
        this.links = links;
        this.db = db;
    }

    private record Whose(long customerId, Currency currency) {}

    /** Refuses no invoice, one that is not shown, a day in the past and one that is too far. */
    @Transactional
    public void name(Payer payer, Collection<Long> invoiceIds, LocalDate day) {
        standing.count(payer);
        LocalDate today = payer.caller().today();
        if (invoiceIds.isEmpty()) {
            throw BadInput.in("invoice", "Choose at least one invoice.");
        } else if (day.isBefore(today)) {
            throw Refusal.because("day-has-passed", "That day has passed; name today or a later one.");
        } else if (day.isAfter(latest(invoiceIds, today))) {
            throw Refusal.because("day-too-far", "That day is later than a payer may name by themselves.");
        }
        Map<Whose, Map<Long, Money>> chosen = new LinkedHashMap<>();
        for (DueItem item : standing.items(payer, invoiceIds)) {
            chosen.computeIfAbsent(new Whose(item.customerId(), item.open().currency()), _ -> new LinkedHashMap<>())
                    .put(item.invoiceId(), item.open());
        }
        chosen.forEach((whose, amounts) -> {
            Money all = amounts.values().stream().reduce(Money::plus).orElseThrow();
            makePromise.make(
                    payer.caller(),
                    new MakePromise.Wanted(whose.customerId, all, day, List.copyOf(amounts.keySet()), null));
        });
    }

    /** The last day that may be named for all of these invoices; before today when there is none any more. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public LocalDate latest(Collection<Long> invoiceIds, LocalDate today) {
        LocalDate first = db.sql("""
                select min(p.made_on)
                from promise_invoice n
                join promise p on p.org_id = n.org_id and p.id = n.promise_id
                where n.invoice_id = any(:invoices) and p.state <> 'withdrawn'
                """)
                .param("invoices", invoiceIds.toArray(Long[]::new))
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
        return Objects.requireNonNullElse(first, today).plusDays(links.setting().promiseDays());
    }
}
