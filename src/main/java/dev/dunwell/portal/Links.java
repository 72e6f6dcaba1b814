package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Secret;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links that payers were sent. What opens them is written down nowhere; only its hash is. */
@Repository
public class Links {

    /** Good only while somebody at the customer still has the address it was sent to. */
    private static final String STILL_THERE = """
            exists (
              select 1
              from contact k
              left join mobile_number n on n.org_id = k.org_id and n.contact_id = k.id
              where k.org_id = l.org_id and k.customer_id = l.customer_id and l.to_address in (lower(k.email), n.number)
                and k.voided_at is null)
            """;

    private static final String MAKE = Sql.named("portal/make-links");
    private static final int LATEST = 20;

    private final JdbcClient db;

    Links(JdbcClient db) {
        this.db = db;
    }

    /** Where a link belongs: an organisation, which the caller binds, and its id there. */
    record Whose(int organisation, long id) {}

    /** Whose link it is; asked without an organisation. */
    @Transactional(readOnly = true)
    Optional<Whose> whose(Secret token) {
        return db.sql("select org_id, id from payer_link_of(?)")
                .param(token.hash())
                .query((row, _) -> new Whose(row.getInt("org_id"), row.getLong("id")))
                .optional();
    }

    /** On which demand a code stands; asked without an organisation. */
    @Transactional(readOnly = true)
    Optional<Whose> whose(DemandCode code) {
        return db.sql("select org_id, id from payer_link_with_code(?)")
                .param(code.text())
                .query((row, _) -> new Whose(row.getInt("org_id"), row.getLong("id")))
                .optional();
    }

    /** The link when it opens something at this moment. */
    @Transactional(readOnly = true)
    public Optional<Link> good(long id, Instant now) {
        return db.sql("select l.* from payer_link l where l.id = ? and " + STILL_THERE)
                .param(id)
                .query(Links::link)
                .optional()
                .filter(link -> link.isGood(now));
    }

    @Transactional(readOnly = true)
    public Optional<Link> byId(long id) {
        return db.sql("select * from payer_link where id = ?")
                .param(id)
                .query(Links::link)
                .optional();
    }

    /** The latest of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<Link> of(long customerId, int most) {
        return db.sql("select * from payer_link where customer_id = ? order by id desc limit ?")
                .params(customerId, most)
                .query(Links::link)
                .list();
    }

    @Transactional(readOnly = true)
    public DoorSetting setting() {
        return db.sql("select * from door_setting")
                .query((row, _) -> new DoorSetting(
                        row.getInt("link_days"),
                        row.getInt("older_days"),
                        row.getInt("promise_days"),
                        row.getBoolean("takes_part")))
                .optional()
                .orElse(DoorSetting.DEFAULT);
    }

    /**
     * Writes down a link for each message, and lets the older ones of the same address end soon. A message that is
     * tried again keeps its code.
     *
     * @param hashes of what opens it; an empty one on paper
     * @return the code of each message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, DemandCode> make(Map<Long, byte[]> hashes, DoorSetting setting, Instant now) {
        Map<Long, DemandCode> codes = new HashMap<>();
        Long[] ids = hashes.keySet().toArray(Long[]::new);
        db.sql(MAKE)
                .param("ids", ids)
                .param("hashes", hashes.values().toArray(byte[][]::new))
                .param(
                        "codes",
                        hashes.keySet().stream()
                                .map(_ -> DemandCode.random().text())
                                .toArray(String[]::new))
                .param("days", setting.linkDays())
                .param("now", at(now))
                .query(row -> {
                    codes.put(row.getLong("message_id"), new DemandCode(row.getString("code")));
                });
        letOlderEnd(codes.keySet(), setting, now);
        return codes;
    }

    /** Of links to what is owed; that to a quote neither ends another nor is ended. */
    private void letOlderEnd(Collection<Long> messages, DoorSetting setting, Instant now) {
        db.sql("""
            update payer_link l
            set expires_at = least(l.expires_at, cast(:now as timestamptz) + make_interval(days => :days))
            from payer_link n
            where n.message_id = any(:messages) and n.token_hash is not null and l.org_id = n.org_id
              and l.customer_id = n.customer_id and l.to_address = n.to_address and l.id < n.id
              and not exists (
                select from message m
                where m.org_id = l.org_id and m.id in (l.message_id, n.message_id) and m.kind = 'quote')
            """)
                .param("messages", messages.toArray(Long[]::new))
                .param("days", setting.olderDays())
                .param("now", at(now))
                .update();
    }

    /** A link beside any demand, for somebody who asked for one. */
    @Transactional(propagation = Propagation.MANDATORY)
    long insert(Secret token, Recipient to, Instant now, Instant until, Actor by) {
        return db.sql("""
                insert into payer_link (customer_id, to_name, to_address, language, token_hash, code, made_at, made_by, expires_at)
                values (:customer, :name, lower(:address), :language, :hash, :code, :now, :by, :until)
                returning id
                """)
                .param("customer", to.customerId)
                .param("name", to.name)
                .param("address", to.address)
                .param("language", to.language)
                .param("hash", token.hash())
                .param("code", DemandCode.random().text())
                .param("now", at(now))
                .param("by", by.name())
                .param("until", at(until))
                .query(Long.class)
                .single();
    }

    /** The latest good link of a customer to an address; empty when there is none. */
    @Transactional(readOnly = true)
    Optional<Link> latest(long customerId, String address, Instant now) {
        return of(customerId, LATEST).stream()
                .filter(link -> link.isGood(now) && address.equals(link.toAddress()))
                .findFirst();
    }

    /** Whom a link is for. */
    record Recipient(long customerId, String name, String address, String language) {}

    /** Who of a customer can be mailed: whoever has the address, or without one the first in the order of reminders. */
    @Transactional(readOnly = true)
    Optional<Recipient> recipient(long customerId, @Nullable String address) {
        return db.sql("""
                select k.name, k.email, coalesce(k.language, c.language, o.locale) as language
                from contact k
                join customer c on c.org_id = k.org_id and c.id = k.customer_id
                join organisation o on o.id = k.org_id
                where k.customer_id = :customer and k.email is not null and k.voided_at is null and k.bounced_on is null
                  and (cast(:address as text) is null or lower(k.email) = :address)
                order by array_position(array['ap_clerk', 'approver', 'other', 'owner', 'cfo', 'escalation'], k.role), k.id
                limit 1
                """)
                .param("customer", customerId)
                .param("address", address)
                .query((row, _) -> new Recipient(
                        customerId, row.getString("name"), row.getString("email"), row.getString("language")))
                .optional();
    }

    /** @return whether it is the first time */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean noteOpened(long id, Instant now) {
        return db.sql("update payer_link set opened_at = ? where id = ? and opened_at is null")
                        .params(at(now), id)
                        .update()
                > 0;
    }

    /** Ends every link of a customer that is still good; how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    int revoke(long customerId, Actor by, Instant now) {
        return db.sql("""
                update payer_link set revoked_at = :now, revoked_by = :by
                where customer_id = :customer and revoked_at is null and expires_at > :now and token_hash is not null
                """)
                .param("now", at(now))
                .param("by", by.name())
                .param("customer", customerId)
                .update();
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("language"),
                row.getObject("message_id", Long.class),
                row.getString("code"),
                moment(row, "made_at"),
                moment(row, "expires_at"),
                row.getTimestamp("opened_at") == null ? null : moment(row, "opened_at"),
                row.getTimestamp("revoked_at") == null ? null : moment(row, "revoked_at"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
