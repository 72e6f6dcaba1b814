package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was written down about placed accounts. */
@Repository
public class AgencyEntries {

    private final JdbcClient db;

    AgencyEntries(JdbcClient db) {
        this.db = db;
    }

    /** Of one placement, the latest first. Whether the reader may see it, the caller has asked. */
    @Transactional(readOnly = true)
    public List<AgencyEntry> of(long placementId) {
        return db.sql("""
                select e.*, p.currency
                from agency_entry e
                join placement p on p.org_id = e.org_id and p.id = e.placement_id
                where e.placement_id = :placement
                order by e.id desc
                limit 200
                """)
                .param("placement", placementId)
                .query((row, _) -> new AgencyEntry(
                        row.getLong("id"),
                        AgencyEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("body"),
                        row.getObject("amount") == null
                                ? null
                                : Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }

    /** An entry about to be kept. */
    record Wanted(
            AgencyEntry.Kind kind,
            String body,
            @Nullable Money amount,
            @Nullable LocalDate dueOn) {}

    long insert(long placementId, Wanted wanted, LocalDate on, String author) {
        return db.sql("""
                insert into agency_entry (placement_id, kind, body, amount, due_on, happened_on, author)
                values (:placement, :kind, :body, :amount, :due, :on, :author)
                returning id
                """)
                .param("placement", placementId)
                .param("kind", wanted.kind.code())
                .param("body", wanted.body.strip())
                .param("amount", wanted.amount == null ? null : wanted.amount.minor())
                .param("due", wanted.dueOn)
                .param("on", on)
                .param("author", author)
                .query(Long.class)
                .single();
    }
}
