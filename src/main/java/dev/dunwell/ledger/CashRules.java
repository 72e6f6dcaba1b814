package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How an organisation wants money to be applied: in which order, and what small rest is not worth a letter. */
@Repository
public class CashRules {

    private final JdbcClient db;

    CashRules(JdbcClient db) {
        this.db = db;
    }

    /** A part of an invoice that waits for money: all that is open, or what is open of an instalment. */
    public record Claim(long invoiceId, Invoice.Kind kind, LocalDate dueOn, Money open) {}

    /** Which claims money settles first when the payer does not say. */
    public enum Order {
        /** What fell due first. */
        OLDEST_DUE(Comparator.comparing(Claim::dueOn).thenComparing(Claim::invoiceId)),
        /** Fees, then interest, then the rest, each by due date; as § 367 of the German Civil Code has it. */
        COSTS_INTEREST_PRINCIPAL(Comparator.comparing((Claim claim) -> rank(claim.kind()))
                .thenComparing(Claim::dueOn)
                .thenComparing(Claim::invoiceId));

        private final Comparator<Claim> comparator;

        Order(Comparator<Claim> comparator) {
            this.comparator = comparator;
        }

        public List<Claim> sort(List<Claim> claims) {
            return claims.stream().sorted(comparator).toList();
        }

        /** The name in the database and in the API, {@code oldest_due}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static int rank(Invoice.Kind kind) {
            return switch (kind) {
                case FEE -> 0;
                case INTEREST -> 1;
                case INVOICE, OPENING_BALANCE, CHARGEBACK -> 2;
            };
        }
    }

    @Transactional(readOnly = true)
    public Order order() {
        String code = db.sql("select allocation_order from organisation where id = current_org()")
                .query(String.class)
                .single();
        return Order.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Up to how much of an invoice is written off when a payment leaves it open, by currency; none to begin with. */
    @Transactional(readOnly = true)
    public Map<Currency, Money> tolerances() {
        Map<Currency, Money> tolerances = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        db.sql("select currency, amount from tolerance").query(row -> {
            Money amount = Money.ofMinor(row.getLong("amount"), row.getString("currency"));
            tolerances.put(amount.currency(), amount);
        });
        return tolerances;
    }

    void change(Order order, List<Money> tolerances) {
        db.sql("update organisation set allocation_order = :order where id = current_org()")
                .param("order", order.code())
                .update();
        db.sql("delete from tolerance").update();
        db.sql("""
                insert into tolerance (currency, amount)
                select * from unnest(cast(:currencies as char(3)[]), cast(:amounts as bigint[]))
                """)
                .param(
                        "currencies",
                        tolerances.stream()
                                .map(t -> t.currency().getCurrencyCode())
                                .toArray(String[]::new))
                .param("amounts", tolerances.stream().map(Money::minor).toArray(Long[]::new))
                .update();
    }
}
