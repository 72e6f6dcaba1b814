package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails that wait for a person's yes; one for each customer. */
@Repository
public class Approvals {

    private static final String WAITING = Sql.named("collections/approvals");

    private final JdbcClient db;

    Approvals(JdbcClient db) {
        this.db = db;
    }

    /**
     * A mail that waits.
     *
     * @param reason why it waits: the step asks for it, the customer does, or the words are firm
     * @param ownerId who looks after the customer, null for nobody
     * @param since the day it was decided to wait
     */
    public record Waiting(
            long customerId,
            String customer,
            String name,
            Stage stage,
            String reason,
            LocalDate since,
            List<String> invoices,
            List<Money> amounts,
            @Nullable Long ownerId) {}

    /** The most advanced stage first, then by name. What was approved today is on its way and left out. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(LocalDate today) {
        Map<Long, List<Row>> byCustomer = new LinkedHashMap<>();
        db.sql(WAITING).param("today", today).query(row -> {
            byCustomer
                    .computeIfAbsent(row.getLong("id"), _ -> new ArrayList<>())
                    .add(new Row(
                            row.getString("number"),
                            row.getString("name"),
                            row.getInt("stage"),
                            row.getString("reason"),
                            row.getObject("decided_on", LocalDate.class),
                            row.getString("invoice"),
                            Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                            row.getObject("owner_id", Long.class)));
        });
        return byCustomer.entrySet().stream()
                .map(each -> waiting(each.getKey(), each.getValue()))
                .toList();
    }

    /** Who decides about them. */
    @Transactional(readOnly = true)
    public ApprovalRule rule(Currency currency) {
        return db.sql("select collector_up_to from approval_rule order by id desc limit 1")
                .query((row, _) -> row.getObject(1, Long.class) == null
                        ? ApprovalRule.MANAGERS_ONLY
                        : new ApprovalRule(new Money(row.getLong(1), currency)))
                .optional()
                .orElse(ApprovalRule.MANAGERS_ONLY);
    }

    private record Row(
            String number,
            String name,
            int stage,
            String reason,
            LocalDate since,
            String invoice,
            Money open,
            @Nullable Long ownerId) {}

    private static Waiting waiting(long customerId, List<Row> rows) {
        Row first = rows.getFirst();
        return new Waiting(
                customerId,
                first.number,
                first.name,
                Stage.values()[first.stage - 1],
                first.reason,
                rows.stream().map(Row::since).min(LocalDate::compareTo).orElseThrow(),
                rows.stream().map(Row::invoice).toList(),
                MoneyBag.of(rows.stream().map(Row::open).toList()).amounts(),
                first.ownerId);
    }
}
