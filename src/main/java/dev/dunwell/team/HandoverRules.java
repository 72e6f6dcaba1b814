package dev.dunwell.team;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which accounts find their person, the earliest first; a rule that ends is kept. */
@Repository
public class HandoverRules {

    private final JdbcClient db;
    private final People people;
    private final Audit audit;

    HandoverRules(JdbcClient db, People people, Audit audit) {
        this.db = db;
        this.people = people;
        this.audit = audit;
    }

    /**
     * A rule as it is asked for.
     *
     * @param below null without end; in the currency of {@code from}
     */
    public record Wanted(
            String tag,
            String language,
            Money from,
            @Nullable Money below,
            List<Long> people) {}

    /** Those that count, in the order they are asked. */
    @Transactional(readOnly = true)
    public List<HandoverRule> running() {
        return db.sql("select * from handover_rule where ended_on is null order by id")
                .query((row, _) -> rule(row))
                .list();
    }

    /** Refuses a rule for nobody, for somebody who does not work here, and a band that ends before it begins. */
    @Transactional
    public long add(Caller caller, Wanted wanted) {
        check(wanted);
        long id = db.sql("""
                insert into handover_rule (tag, language, currency, from_amount, below, people, author)
                values (:tag, :language, :currency, :from, :below, :people, :author)
                returning id
                """)
                .param("tag", wanted.tag().strip().toLowerCase(Locale.ROOT))
                .param("language", wanted.language())
                .param("currency", wanted.from().currency().getCurrencyCode())
                .param("from", wanted.from().minor())
                .param("below", wanted.below() == null ? null : wanted.below().minor())
                .param("people", wanted.people().toArray(Long[]::new))
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        audit.write(caller.actor(), "handover-rule.added", "handover-rule", id, Map.of("tag", wanted.tag()));
        return id;
    }

    /** It gives nothing from now on; what it gave stays given. */
    @Transactional
    public void end(Caller caller, long id) {
        int ended = db.sql("update handover_rule set ended_on = :today where id = :id and ended_on is null")
                .param("today", caller.today())
                .param("id", id)
                .update();
        if (ended == 0) {
            throw new NotFound("rule");
        }
        audit.write(caller.actor(), "handover-rule.ended", "handover-rule", id, Map.of());
    }

    private void check(Wanted wanted) {
        List<Problem> problems = new ArrayList<>();
        List<Long> here = people.all().stream().map(Person::id).toList();
        if (wanted.people().isEmpty() || !here.containsAll(wanted.people())) {
            problems.add(new Problem(0, "people", "Choose one or more people who work here."));
        }
        if (wanted.below() != null && wanted.below().minor() <= wanted.from().minor()) {
            problems.add(new Problem(0, "below", "The band ends before it begins: give more than its beginning."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static HandoverRule rule(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long below = row.getObject("below", Long.class);
        return new HandoverRule(
                row.getLong("id"),
                row.getString("tag"),
                row.getString("language"),
                Money.ofMinor(row.getLong("from_amount"), currency),
                below == null ? null : Money.ofMinor(below, currency),
                List.of((Long[]) row.getArray("people").getArray()),
                row.getString("author"));
    }
}
