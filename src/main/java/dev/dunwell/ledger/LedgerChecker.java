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
            ask("overspent", "nothing settles more than it is worth"),
            ask("open-amounts", "what is open is what allocations leave"),
            ask("unapplied-amounts", "what is unapplied is what its uses leave"),
            ask("currencies", "an allocation stays in one currency"),
            ask("reversals", "a reversal is an exact opposite"),
            ask("reversed", "of what was reversed as a whole nothing is left"),
            ask("transfers", "the two halves of a transfer sum to zero"),
            ask("deductions", "what was decided of a deduction stands in a document"),
            ask("lines", "lines sum to their invoice"),
            ask("instalments", "instalments sum to their invoice"),
            ask("open-lines", "open instalments sum to what is open of their invoice"),
            ask("voided", "nothing hangs on what is void"),
            ask("repeated", "what came from one origin is taken once"),
            ask("beginnings", "nothing takes effect before it exists"),
            ask("days", "nothing is settled twice on any day"),
            ask("balance", "open items sum to the balance"),
            ask("credit-balance", "credits sum to what came in and was not used"));

    private static final int EXAMPLES = 5;

    private final JdbcClient db;

    LedgerChecker(JdbcClient db) {
        this.db = db;
    }

    /**
     * What should be so.
     *
     * @param name short, for a list and for programs
     * @param sentence what should be so
     * @param sql asks for the rows that break it; its parameter is the day asked about
     */
    public record Question(String name, String sentence, String sql) {}

    /**
     * A row that breaks an invariant.
     *
     * @param invariant what should be so
     * @param name the row, as a person would find it
     * @param detail what is the case instead, amounts in minor units
     */
    public record Broken(String invariant, String name, String detail) {}

    /**
     * The answer to one question.
     *
     * @param count how many rows break it; 0 when all is well
     * @param examples at most five of them
     */
    public record Finding(Question question, int count, List<Broken> examples) {

        public boolean isWell() {
            return count == 0;
        }
    }

    private static Question ask(String name, String sentence) {
        return new Question(name, sentence, Sql.named("ledger/broken-" + name));
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
        QUESTIONS.forEach(question -> broken.addAll(broken(question, asOf)));
        return broken;
    }

    /** As {@link #check}, question by question, those that are well among them. */
    @Transactional(readOnly = true)
    public List<Finding> findings(LocalDate asOf) {
        return QUESTIONS.stream()
                .map(question -> {
                    List<Broken> broken = broken(question, asOf);
                    return new Finding(
                            question,
                            broken.size(),
                            broken.stream().limit(EXAMPLES).toList());
                })
                .toList();
    }

    private List<Broken> broken(Question question, LocalDate asOf) {
        return db.sql(question.sql)
                .param("asOf", asOf)
                .query((row, _) -> new Broken(question.sentence, row.getString("name"), row.getString("detail")))
                .list();
    }
}
