package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a score is made of. */
@Repository
public class CreditScores {

    private static final String FACTS = Sql.named("credit/score");
    private static final String BOUGHT = Sql.named("credit/advice");

    private final JdbcClient db;

    CreditScores(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public CreditScore of(long customerId, LocalDate today) {
        return CreditScore.of(facts(customerId, today));
    }

    /** The score, and which limit and terms it suggests. */
    @Transactional(readOnly = true)
    public Judgement judge(long customerId, LocalDate today) {
        CreditScore.Facts facts = facts(customerId, today);
        CreditAdvice.Bought bought = db.sql(BOUGHT)
                .param("customer", customerId)
                .param("today", today)
                .query((row, _) -> new CreditAdvice.Bought(
                        Money.ofMinor(row.getLong("billed"), row.getString("currency")), row.getInt("term")))
                .optional()
                .orElse(null);
        CreditScore score = CreditScore.of(facts);
        return new Judgement(score, CreditAdvice.of(score, facts.months(), bought));
    }

    /** What a customer's behaviour comes to. */
    public record Judgement(CreditScore score, CreditAdvice advice) {}

    /** Of all these customers, in one query. */
    @Transactional(readOnly = true)
    public Map<Long, CreditScore> of(Collection<Long> customers, LocalDate today) {
        Map<Long, CreditScore> scores = new LinkedHashMap<>();
        facts(customers, today).forEach((customer, facts) -> scores.put(customer, CreditScore.of(facts)));
        return scores;
    }

    private CreditScore.Facts facts(long customerId, LocalDate today) {
        return Objects.requireNonNull(facts(List.of(customerId), today).get(customerId));
    }

    private Map<Long, CreditScore.Facts> facts(Collection<Long> customers, LocalDate today) {
        Map<Long, CreditScore.Facts> facts = new LinkedHashMap<>();
        db.sql(FACTS)
                .param("customers", customers.toArray(Long[]::new))
                .param("today", today)
                .query(row -> {
                    facts.put(
                            row.getLong("customer_id"),
                            new CreditScore.Facts(
                                    row.getBoolean("is_paid"),
                                    row.getInt("days_beyond_terms"),
                                    row.getInt("overdue_percent"),
                                    row.getInt("promises_judged"),
                                    row.getInt("promises_kept"),
                                    row.getInt("disputes"),
                                    row.getInt("months")));
                });
        return facts;
    }
}
