package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks somebody to think of an agency where little speaks for money to come: something is more than sixty days overdue,
 * nothing explains it, and the score is risky (below 40 of 100). Places nothing; a person decides. Safe to run every
 * night.
 */
@Component
public class ConsiderAgency {

    private static final String HOPELESS = Sql.named("credit/hopeless");

    private final JdbcClient db;
    private final CreditScores scores;

    ConsiderAgency(JdbcClient db, CreditScores scores) {
        this.db = db;
        this.scores = scores;
    }

    private record Overdue(long customerId, Money amount, int days) {}

    /** @return how many reviews were opened; of the 200 that owe most at most */
    @Transactional
    public int open(LocalDate today) {
        Map<Long, Overdue> overdue = new LinkedHashMap<>();
        db.sql(HOPELESS)
                .param("today", today)
                .query((row, _) -> new Overdue(
                        row.getLong("customer_id"),
                        Money.ofMinor(row.getLong("overdue"), row.getString("currency")),
                        row.getInt("days")))
                .list()
                .forEach(each -> overdue.putIfAbsent(each.customerId, each));
        List<Long> customers = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        scores.of(overdue.keySet(), today).forEach((customer, score) -> {
            Overdue owed = overdue.get(customer);
            if (owed != null && score.isRisky()) {
                customers.add(customer);
                evidence.add(words(owed, score));
            }
        });
        return db.sql("""
                insert into credit_review (customer_id, opened_on, evidence)
                select customer, :today, evidence
                from unnest(:customers, :evidence) as t (customer, evidence)
                on conflict do nothing
                """)
                .param("today", today)
                .param("customers", customers.toArray(Long[]::new))
                .param("evidence", evidence.toArray(String[]::new))
                .update();
    }

    private static String words(Overdue owed, CreditScore score) {
        return "Consider an agency: %s overdue, the oldest for %d days, and nothing explains it; %d of 100 points, %s"
                .formatted(owed.amount.inWords(), owed.days, score.points(), score.worst());
    }
}
