package dev.dunwell.portal;

import dev.dunwell.access.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The visits of payers. A visit is known by a secret in a cookie, of which the hash is kept. */
@Repository
class PayerSessions {

    static final Duration CODE_GOOD_FOR = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;

    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Links links;

    PayerSessions(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    /** Whose visit it is; asked without an organisation. */
    @Transactional(readOnly = true)
    Optional<Links.Whose> whose(Secret secret) {
        return db.sql("select org_id, id from payer_session_of(?)")
                .param(secret.hash())
                .query((row, _) -> new Links.Whose(row.getInt("org_id"), row.getLong("id")))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Secret secret, long linkId, String language, Instant now) {
        db.sql("""
                insert into payer_session (link_id, secret_hash, language, began_at, seen_at)
                values (:link, :hash, :language, :now, :now)
                """)
                .param("link", linkId)
                .param("hash", secret.hash())
                .param("language", language)
                .param("now", Links.at(now))
                .update();
    }

    /** The visit while it runs and its link is good; noted as seen once a minute. */
    @Transactional
    public Optional<PayerSession> running(long id, Instant now) {
        Long link = db.sql("select link_id from payer_session where id = ? and ended_at is null")
                .param(id)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (link == null) {
            return Optional.empty();
        }
        Optional<PayerSession> found = links.good(link, now).flatMap(good -> read(id, good));
        found.filter(session -> now.isAfter(session.seenAt().plus(SEEN_AGAIN_AFTER)) && session.isRunning(now))
                .ifPresent(_ -> db.sql("update payer_session set seen_at = ? where id = ?")
                        .params(Links.at(now), id)
                        .update());
        return found.filter(session -> session.isRunning(now));
    }

    private Optional<PayerSession> read(long id, Link link) {
        return db.sql("select * from payer_session where id = ?")
                .param(id)
                .query((row, _) -> new PayerSession(
                        id,
                        row.getInt("org_id"),
                        link,
                        row.getString("language"),
                        Links.moment(row, "began_at"),
                        Links.moment(row, "seen_at"),
                        row.getTimestamp("proven_at") == null ? null : Links.moment(row, "proven_at")))
                .optional();
    }

    @Transactional
    void end(long id, Instant now) {
        db.sql("update payer_session set ended_at = ? where id = ?")
                .params(Links.at(now), id)
                .update();
    }

    @Transactional
    void read(long id, String language) {
        db.sql("update payer_session set language = ? where id = ?")
                .params(language, id)
                .update();
    }

    /** A code takes the place of the one before, with all its tries. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expect(long id, Secret code, Instant now) {
        db.sql("update payer_session set code_hash = ?, code_until = ?, code_tries = 0 where id = ?")
                .params(code.hash(), Links.at(now.plus(CODE_GOOD_FOR)), id)
                .update();
    }

    /**
     * Tries a code. One statement counts the try and compares the hashes, so of many at once no more than the allowed
     * ones are compared, and the right code works once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean prove(long id, Secret code, Instant now) {
        return db.sql("""
                update payer_session
                set code_tries = code_tries + 1,
                    proven_at = case when code_hash = :hash then :now else proven_at end,
                    code_hash = case when code_hash = :hash then null else code_hash end
                where id = :id and code_hash is not null and code_until > :now and code_tries < :most
                returning code_hash is null
                """)
                .param("hash", code.hash())
                .param("now", Links.at(now))
                .param("id", id)
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
