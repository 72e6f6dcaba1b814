package dev.dunwell.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answers given to POSTs with an {@code Idempotency-Key}, kept for a month. */
@Repository
class IdempotentAnswers {

    private final JdbcClient db;

    IdempotentAnswers(JdbcClient db) {
        this.db = db;
    }

    /**
     * One request under its key.
     *
     * @param caller who sends it: keys of different callers have nothing to do with each other
     * @param route method and path
     * @param bodyHash of everything else that was sent
     */
    record Claim(String caller, String route, String key, byte[] bodyHash) {}

    /** An answer that was given, or its place while it is being made. */
    record Kept(
            byte[] bodyHash,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String location) {

        boolean isFor(Claim claim) {
            return Arrays.equals(bodyHash, claim.bodyHash);
        }
    }

    /**
     * Takes the key for this request. While another transaction holds it, waits for that one to end.
     *
     * @return whether the request is the first under it, or the first has been lost for a quarter of an hour
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(Claim claim) {
        db.sql("delete from idempotent_answer where recorded_at < now() - interval '30 days'")
                .update();
        return db.sql("""
            insert into idempotent_answer as kept (caller, route, key, body_hash)
            values (?, ?, ?, ?)
            on conflict (org_id, caller, route, key) do update
            set recorded_at = now()
            where kept.status is null
              and kept.recorded_at < now() - interval '15 minutes'
              and kept.body_hash = excluded.body_hash\
            """)
                        .params(claim.caller, claim.route, claim.key, claim.bodyHash)
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Kept get(Claim claim) {
        return db.sql("""
            select body_hash, status, body, location
            from idempotent_answer
            where caller = ? and route = ? and key = ?\
            """)
                .params(claim.caller, claim.route, claim.key)
                .query((row, _) -> new Kept(
                        row.getBytes("body_hash"),
                        row.getObject("status", Integer.class),
                        row.getString("body"),
                        row.getString("location")))
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answer(Claim claim, int status, String body, @Nullable String location) {
        db.sql("""
            update idempotent_answer
            set status = ?, body = ?, location = ?
            where caller = ? and route = ? and key = ?\
            """)
                .param(status)
                .param(body)
                .param(location)
                .params(claim.caller, claim.route, claim.key)
                .update();
    }

    /** Nothing was done under the key, so it may be tried again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void release(Claim claim) {
        db.sql("delete from idempotent_answer where caller = ? and route = ? and key = ? and status is null")
                .params(claim.caller, claim.route, claim.key)
                .update();
    }
}
