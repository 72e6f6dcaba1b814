package dev.dunwell.team;

import dev.dunwell.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on a customer just now, so that two people do not call the same one. A claim is a word to colleagues and no
 * lock: it stops nothing, anybody may take it over, and it ends by itself.
 */
@Repository
public class Claims {

    public static final Duration LASTS = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Clock clock;

    Claims(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Somebody works on a customer. */
    public record Claim(long personId, String name, Instant since) {}

    /** The claim that runs, whoever's it is; empty when none does or its time is over. */
    @Transactional(readOnly = true)
    public Optional<Claim> of(long customerId) {
        return db.sql("""
                select c.person_id, p.name, c.since
                from work_claim c
                join person p on p.id = c.person_id
                where c.customer_id = :customer and c.until > :now
                """)
                .param("customer", customerId)
                .param("now", at(clock.instant()))
                .query((row, _) -> claim(row))
                .optional();
    }

    /** All that run, by customer. */
    @Transactional(readOnly = true)
    public Map<Long, Claim> running() {
        Map<Long, Claim> claims = new HashMap<>();
        db.sql("""
                select c.customer_id, c.person_id, p.name, c.since
                from work_claim c
                join person p on p.id = c.person_id
                where c.until > :now
                """).param("now", at(clock.instant())).query(row -> {
            claims.put(row.getLong("customer_id"), claim(row));
        });
        return claims;
    }

    /**
     * The caller begins or goes on to work on a customer; a running claim of somebody else is left as it is. One works
     * on one customer at a time: what the caller had before is free again.
     *
     * @return who works on it now
     */
    @Transactional
    public Optional<Claim> claim(Caller caller, long customerId) {
        write(caller, customerId, false);
        return of(customerId);
    }

    /** The caller works on it from now on, whoever did before. */
    @Transactional
    public void takeOver(Caller caller, long customerId) {
        write(caller, customerId, true);
    }

    /** The caller is done with a customer; somebody else's claim stays. */
    @Transactional
    public void release(Caller caller, long customerId) {
        db.sql("delete from work_claim where customer_id = :customer and person_id = :person")
                .param("customer", customerId)
                .param("person", caller.personId())
                .update();
    }

    private void write(Caller caller, long customerId, boolean evenIfTaken) {
        Instant now = clock.instant();
        db.sql("delete from work_claim where person_id = :person and customer_id <> :customer")
                .param("person", caller.personId())
                .param("customer", customerId)
                .update();
        db.sql("""
                insert into work_claim as held (customer_id, person_id, since, until)
                values (:customer, :person, :now, :until)
                on conflict (org_id, customer_id) do update
                set since = case when held.person_id = excluded.person_id and held.until > :now then held.since
                                 else excluded.since end,
                    person_id = excluded.person_id,
                    until = excluded.until
                where :force or held.person_id = excluded.person_id or held.until <= :now
                """)
                .param("customer", customerId)
                .param("person", caller.personId())
                .param("now", at(now))
                .param("until", at(now.plus(LASTS)))
                .param("force", evenIfTaken)
                .update();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("person_id"),
                row.getString("name"),
                row.getTimestamp("since").toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
