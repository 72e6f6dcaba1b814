package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that take the reminders of several vendors along, at most one for a payer and day. They belong to nobody:
 * everything here goes through functions of the database that answer for one payer, to whoever carries the mail.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JointMails {

    private final JdbcClient db;

    JointMails(JdbcClient db) {
        this.db = db;
    }

    /** A message of a vendor, with the day of the mail that takes it along. */
    record Due(String address, LocalDate on, Mode mode, int organisation, long messageId) {}

    /** A message by whose it is. */
    record Part(int organisation, long messageId) {}

    /** Where a mail goes: into the mailbox of this installation, or out of the house. */
    enum Mode {
        SINK,
        LIVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the bound organisation lets its reminders go along with others. */
    boolean takesPart() {
        return db.sql("select exists (select from joint_setting where takes_part)")
                .query(Boolean.class)
                .single();
    }

    /** Of those readers who wish one mail, as the bound organisation may know. */
    Map<String, JointDays> wishes(Collection<String> readers) {
        Map<String, JointDays> wishes = new HashMap<>();
        db.sql("select address, joint from joint_wishes(:readers)")
                .param("readers", readers.toArray(String[]::new))
                .query(row -> {
                    wishes.put(
                            row.getString("address"),
                            JointDays.ofCode(row.getString("joint")).orElseThrow());
                });
        return wishes;
    }

    /**
     * What goes along in the mail of the one payer who has waited longest, whom no other sender gets until the
     * transaction ends; empty when nothing is due.
     *
     * @param besides whom to leave for later
     */
    List<Due> due(Instant now, List<Mode> modes, Collection<String> besides) {
        return db.sql(
                        "select address, leaves_on, mail_mode, org_id, message_id from joint_due(:now, :modes, cast(:besides as text[]))")
                .param("now", Departures.at(now))
                .param("modes", modes.stream().map(Mode::code).toArray(String[]::new))
                .param("besides", besides.toArray(String[]::new))
                .query((row, _) -> new Due(
                        row.getString("address"),
                        row.getObject("leaves_on", LocalDate.class),
                        Mode.valueOf(row.getString("mail_mode").toUpperCase(Locale.ROOT)),
                        row.getInt("org_id"),
                        row.getLong("message_id")))
                .list();
    }

    /** Whether the reader has not heard too much within a week. */
    boolean mayReach(String address, LocalDate on, int points) {
        return db.sql("select joint_may_reach(?, ?, ?)")
                .params(address, on, points)
                .query(Boolean.class)
                .single();
    }

    /** Takes the mail of a payer and day; false when it has left already, or another holds it. */
    boolean claim(Due first, String messageId, UUID fence) {
        return db.sql("select joint_claim(?, ?, ?, ?, ?)")
                .params(first.address, first.on, first.mode.code(), messageId, fence)
                .query(Boolean.class)
                .single();
    }

    /**
     * What became of the mail, and what it takes along; with nothing it is as if it had never been.
     *
     * @param raw as it lies in the mailbox of this installation, null for what leaves
     * @return whether it was still held
     */
    boolean become(UUID fence, String state, List<Part> parts, byte @Nullable [] raw) {
        return db.sql("select joint_become(:fence, :state, :orgs, :messages, cast(:raw as bytea))")
                .param("fence", fence)
                .param("state", state)
                .param("orgs", parts.stream().map(Part::organisation).toArray(Integer[]::new))
                .param("messages", parts.stream().map(Part::messageId).toArray(Long[]::new))
                .param("raw", raw)
                .query(Boolean.class)
                .single();
    }

    /** What went along in the mail of this Message-ID. */
    List<Part> took(String messageId) {
        return db.sql("select org_id, message_id from joint_took(?)")
                .param(messageId)
                .query((row, _) -> new Part(row.getInt("org_id"), row.getLong("message_id")))
                .list();
    }
}
