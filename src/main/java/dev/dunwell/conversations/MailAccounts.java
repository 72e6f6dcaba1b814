package dev.dunwell.conversations;

import dev.dunwell.access.Sealed;
import dev.dunwell.conversations.MailAccount.TokenIn;
import dev.dunwell.messaging.SmtpSettings.Tls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox of the organisation, how far it was read, and how the last time went. */
@Repository
public class MailAccounts {

    /** Secrets of mailboxes were the first that were sealed, and have no purpose named in them. */
    private static final String MAILBOX = "";

    private final JdbcClient db;
    private final Sealed sealed;

    MailAccounts(JdbcClient db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** How far a mailbox was read; IMAP numbers its mails anew when {@code validity} changes (RFC 3501 2.3.1.1). */
    record Place(long validity, long lastUid) {}

    @Transactional(readOnly = true)
    public Optional<MailAccount> current() {
        return db.sql("select * from mail_account where org_id = current_org()")
                .query(MailAccounts::account)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<String> password() {
        return db.sql("select sealed_password from mail_account where org_id = current_org()")
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(bytes -> sealed.open(bytes, MAILBOX));
    }

    @Transactional(readOnly = true)
    Place place() {
        return db.sql("select uid_validity, last_uid from mail_account where org_id = current_org()")
                .query((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void reached(Place place) {
        db.sql("update mail_account set uid_validity = :validity, last_uid = :uid where org_id = current_org()")
                .param("validity", place.validity)
                .param("uid", place.lastUid)
                .update();
    }

    @Transactional
    void checked(Instant at, @Nullable String trouble) {
        db.sql("update mail_account set checked_at = :at, trouble = :trouble where org_id = current_org()")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("trouble", trouble)
                .update();
    }

    /** Another mailbox is read from its present end. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(MailAccount account, String password) {
        db.sql("delete from mail_account where org_id = current_org()").update();
        db.sql("""
                insert into mail_account (host, port, tls, user_name, sealed_password, folder, address, token_in, is_on)
                values (:host, :port, :tls, :user, :password, :folder, :address, :tokenIn, :isOn)
                """)
                .param("host", account.host())
                .param("port", account.port())
                .param("tls", account.tls().name().toLowerCase(Locale.ROOT))
                .param("user", account.user())
                .param("password", sealed.seal(password, MAILBOX))
                .param("folder", account.folder())
                .param("address", account.address())
                .param("tokenIn", account.tokenIn().code())
                .param("isOn", account.isOn())
                .update();
    }

    private static MailAccount account(ResultSet row, int n) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new MailAccount(
                row.getString("host"),
                row.getInt("port"),
                Tls.valueOf(row.getString("tls").toUpperCase(Locale.ROOT)),
                row.getString("user_name"),
                row.getString("folder"),
                row.getString("address"),
                TokenIn.valueOf(row.getString("token_in").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_on"),
                checked == null ? null : checked.toInstant(),
                row.getString("trouble"));
    }
}
