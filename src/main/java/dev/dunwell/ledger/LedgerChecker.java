package dev.dunwell.ledger;

import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the ledger keeps for speed with the facts, and the facts with each other: every night and after every
 * test.
 */
@Component
public class LedgerChecker {

    private static final List<Question> QUESTIONS = List.of(
            ask("nothing settles more than it is worth", "broken-overspent"),
            ask("what is open is what allocations leave", "broken-open-amounts"),
            ask("what is unapplied is what allocations leave", "broken-unapplied-amounts"),
            ask("an allocation stays in one currency", "broken-currencies"),
            ask("a reversal is an exact opposite", "broken-reversals"),
            ask("lines sum to their invoice", "broken-lines"),
            ask("nothing hangs on what is void", "broken-voided"),
            ask("nothing is settled twice on any day", "broken-days"),
            ask("open items sum to the balance", "broken-balance"));

    private final JdbcClient db;

    LedgerChecker(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row that breaks an invariant.
     *
     * @param invariant what should be so
     * @param name the row, as a person would find it
     * @param detail what is the case instead, amounts in minor units
     */
    public record Broken(String invariant, String name, String detail) {}

    private record Question(String invariant, String sql) {}

    private static Question ask(String invariant, String name) {
        return new Question(invariant, Sql.named("ledger/" + name));
    }

    /**
     * Looks at the whole book of the organisation.
     *
     * @param asOf the day whose balance is compared; the other questions are about all days
     * @return empty when all is well
     */
    @Transactional(readOnly = true)
    public List<Broken> check(LocalDate asOf) {
        List<Broken> broken = new ArrayList<>();
        for (Question question : QUESTIONS) {
            broken.addAll(db.sql(question.sql)
                    .param("asOf", asOf)
                    .query((row, _) -> new Broken(question.invariant, row.getString("name"), row.getString("detail")))
                    .list());
        }
        return broken;
    }
}
