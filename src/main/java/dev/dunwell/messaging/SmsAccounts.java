package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Sealed;
import dev.dunwell.web.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's gateway for text messages. Its secret lies sealed and never comes out. */
@Repository
public class SmsAccounts {

    private static final String PURPOSE = "sms webhook";
    private static final int SHORTEST_SECRET = 16;

    private final JdbcClient db;
    private final Sealed sealed;
    private final Audit audit;
    private final boolean mayBeNear;

    SmsAccounts(JdbcClient db, Sealed sealed, Audit audit, @Value("${dunwell.sms.near:false}") boolean mayBeNear) {
        this.db = db;
        this.sealed = sealed;
        this.audit = audit;
        this.mayBeNear = mayBeNear;
    }

    /** What a call needs. */
    record Key(WebhookAddress address, String secret) {

        /** Never the secret: it stays out of logs. */
        @Override
        public String toString() {
            return address.toString();
        }
    }

    @Transactional(readOnly = true)
    public Optional<SmsAccount> current() {
        return db.sql("select * from sms_account").query(SmsAccounts::account).optional();
    }

    @Transactional(readOnly = true)
    Optional<Key> key() {
        return db.sql("select url, sealed from sms_account")
                .query((row, _) -> new Key(
                        WebhookAddress.of(row.getString("url"), mayBeNear),
                        sealed.open(row.getBytes("sealed"), PURPOSE)))
                .optional();
    }

    /**
     * Keeps where text messages go; a secret that is left empty stays as it is known. Refuses an address that is not
     * one of the public web, and a secret that could be guessed.
     */
    @Transactional
    public void keep(Actor actor, String url, String secret, boolean isOn) {
        WebhookAddress address = WebhookAddress.of(url, mayBeNear);
        String kept = secret.isBlank() ? key().map(Key::secret).orElse("") : secret.strip();
        if (kept.length() < SHORTEST_SECRET) {
            throw BadInput.in(
                    "secret",
                    "Give a secret of at least %d characters, the same as at the gateway.".formatted(SHORTEST_SECRET));
        }
        db.sql("""
                insert into sms_account (url, sealed, is_on, set_by) values (:url, :sealed, :isOn, :by)
                on conflict (org_id) do update
                set url = excluded.url, sealed = excluded.sealed, is_on = excluded.is_on, set_by = excluded.set_by,
                    checked_at = null, trouble = null
                """)
                .param("url", address.uri().toString())
                .param("sealed", sealed.seal(kept, PURPOSE))
                .param("isOn", isOn)
                .param("by", actor.name())
                .update();
        audit.write(
                actor,
                "sms.changed",
                "organisation",
                null,
                Map.of("host", String.valueOf(address.uri().getHost()), "on", isOn));
    }

    /** Notes how the last call went. */
    @Transactional
    void checked(Instant at, @Nullable String trouble) {
        db.sql("update sms_account set checked_at = :at, trouble = :trouble")
                .param("at", Departures.at(at))
                .param("trouble", trouble)
                .update();
    }

    private static SmsAccount account(ResultSet row, int n) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new SmsAccount(
                row.getString("url"),
                row.getBoolean("is_on"),
                checked == null ? null : checked.toInstant(),
                row.getString("trouble"));
    }
}
