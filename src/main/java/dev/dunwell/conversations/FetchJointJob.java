package dev.dunwell.conversations;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.jobs.RecurringJob;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every minute into the mailbox that joint mails are answered to, once for all vendors. Each mail and the place
 * up to which it was read are one transaction, so that a crash loses and doubles nothing.
 */
@Component
class FetchJointJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(FetchJointJob.class);
    private static final int MOST = 200;

    private final JointMailbox mailbox;
    private final ReceiveJoint receiveJoint;
    private final Organisations organisations;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    FetchJointJob(
            JointMailbox mailbox,
            ReceiveJoint receiveJoint,
            Organisations organisations,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.mailbox = mailbox;
        this.receiveJoint = receiveJoint;
        this.organisations = organisations;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "joint-mail-in";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** In the turn of the first organisation, for all. */
    @Override
    public void work(Organisation organisation, Instant now) {
        if (mailbox.isNamed() && organisations.all().getFirst().id() == organisation.id()) {
            try (ImapFolder folder = ImapFolder.open(mailbox.account(), mailbox.password())) {
                fetch(folder, now);
            } catch (MessagingException | IOException | IllegalStateException e) {
                log.warn("The mailbox of joint mails at {} could not be read; it is tried again", mailbox, e);
            }
        }
    }

    private record Place(long validity, long lastUid) {}

    private void fetch(ImapFolder folder, Instant now) throws MessagingException, IOException {
        long validity = folder.validity();
        Place place = transaction.execute(_ -> db.sql("select validity, last_uid from joint_mailbox")
                .query((row, _) -> new Place(row.getLong("validity"), row.getLong("last_uid")))
                .optional()
                .orElse(null));
        if (place == null) {
            reached(validity, folder.lastUid()); // what lay there before is none of our business
            return;
        }
        for (long uid : folder.after(place.validity == validity ? place.lastUid : 0, MOST)) {
            ImapFolder.Fetched mail = folder.fetch(uid, now);
            transaction.executeWithoutResult(_ -> {
                if (mail.raw().length > 0) {
                    receiveJoint.receive(mail.raw(), mail.at());
                }
                reached(validity, uid);
            });
        }
    }

    private void reached(long validity, long uid) {
        transaction.executeWithoutResult(
                _ -> db.sql("""
                insert into joint_mailbox (validity, last_uid) values (:validity, :uid)
                on conflict (id) do update set validity = :validity, last_uid = :uid
                """).param("validity", validity).param("uid", uid).update());
    }
}
