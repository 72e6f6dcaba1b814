package dev.dunwell.integrity;

import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What should be so beside the ledger: the walls, the audit chain, what is kept for speed, what was sent. */
@Repository
class HouseChecks {

    static final List<Question> QUESTIONS = List.of(
            ask("walls", "every row of an organisation stands behind its wall"),
            ask("audit-gaps", "the numbers of the audit have no gap"),
            ask("standings", "Today's list agrees with what is open"),
            ask("decisions", "every open item has one decision in force"),
            ask("heard-once", "nobody hears twice in one night"),
            ask("steps-heard", "a step that was taken by mail has a letter that was not withdrawn"),
            ask("addresses", "no letter waits for an address that refused our mail"),
            ask("merged", "nothing is left with a customer that was merged"));

    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final Audit audit;

    HouseChecks(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @param sql asks for the rows that break it, with name, detail and url */
    record Question(String code, String sentence, String sql) {}

    private static Question ask(String code, String sentence) {
        return new Question(code, sentence, Sql.named("integrity/" + code));
    }

    /** At most a thousand. */
    List<Finding.Example> broken(Question question, LocalDate asOf) {
        return db.sql(question.sql + "\nlimit " + MOST)
                .param("asOf", asOf)
                .query((row, _) ->
                        new Finding.Example(row.getString("name"), row.getString("detail"), row.getString("url")))
                .list();
    }

    /** Whether the audit chain is whole; the entry from which on it is not. */
    List<Finding.Example> brokenChain() {
        OptionalLong broken = audit.firstBreak();
        return broken.isEmpty()
                ? List.of()
                : List.of(new Finding.Example(
                        "entry " + broken.getAsLong(),
                        "was changed or taken out after it was written",
                        "/settings/audit"));
    }
}
