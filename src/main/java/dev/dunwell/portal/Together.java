package dev.dunwell.portal;

import dev.dunwell.access.Secret;
import dev.dunwell.messaging.JointDays;
import dev.dunwell.web.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All vendors of one proven payer. The only place that reads across organisations, through functions of the database
 * that answer nobody else and give away nothing but where to look; what is there, each vendor's wall decides.
 */
@Repository
public class Together {

    private final JdbcClient db;

    Together(JdbcClient db) {
        this.db = db;
    }

    /** Where the payer is known; {@code name} is what that vendor calls them. */
    record Known(int organisation, long customerId, String name) {

        boolean isAt(Place place) {
            return place.organisation() == organisation && place.customerId() == customerId;
        }
    }

    /** Empty for whoever has not proven who they are, or did not ask to see all vendors together. */
    @Transactional(readOnly = true)
    List<Known> places(Secret visit, Instant now) {
        return db.sql("select org_id, customer_id, name from payer_places(?, ?)")
                .params(visit.hash(), Links.at(now))
                .query((row, _) -> new Known(row.getInt("org_id"), row.getLong("customer_id"), row.getString("name")))
                .list();
    }

    /** Whether the payer of a visit can be asked, and what they want. */
    public enum Wish {
        /** Their vendor does not take part, or they have not proven who they are. */
        NOT_ASKED,
        APART,
        TOGETHER
    }

    @Transactional(readOnly = true)
    public Wish wish(Secret visit, Instant now) {
        return db.sql("select payer_is_together(?, ?)")
                .params(visit.hash(), Links.at(now))
                .query((row, _) -> {
                    boolean isTogether = row.getBoolean(1);
                    return row.wasNull() ? Wish.NOT_ASKED : isTogether ? Wish.TOGETHER : Wish.APART;
                })
                .single();
    }

    /** @return whether it is kept: only a payer who has proven who they are can wish it */
    @Transactional
    public boolean keep(Secret visit, boolean isTogether, Instant now) {
        return db.sql("select payer_keep(?, ?, ?)")
                .params(visit.hash(), Links.at(now), isTogether)
                .query(Boolean.class)
                .single();
    }

    /**
     * How a payer takes the reminders of all vendors.
     *
     * @param days on which they come in one mail, by {@link dev.dunwell.messaging.JointDays#code}; {@code apart} when
     *     each comes by itself
     * @param most how many a week from all together; null: as this installation has it
     */
    public record Mails(String days, @Nullable Integer most) {

        static final String APART = "apart";
        private static final int MOST = 10;

        /** Refuses what is not offered. */
        public Mails {
            if (!days.equals(APART) && JointDays.ofCode(days).isEmpty()) {
                throw BadInput.in("days", "Choose one of the days offered.");
            } else if (most != null && (most < 1 || most > MOST)) {
                throw BadInput.in("most", "Choose one of the numbers offered.");
            }
        }
    }

    /** Empty for whoever has not proven who they are, or did not ask to see all vendors together. */
    @Transactional(readOnly = true)
    public Optional<Mails> mails(Secret visit, Instant now) {
        return db.sql("select joint, most_mails from payer_joint(?, ?)")
                .params(visit.hash(), Links.at(now))
                .query((row, _) -> new Mails(row.getString("joint"), row.getObject("most_mails", Integer.class)))
                .optional();
    }

    /** @return whether it is kept: only a payer who is together can wish it */
    @Transactional
    public boolean keep(Secret visit, Mails wanted, Instant now) {
        return db.sql("select payer_keep_joint(:visit, :now, :days, cast(:most as int))")
                .param("visit", visit.hash())
                .param("now", Links.at(now))
                .param("days", wanted.days)
                .param("most", wanted.most)
                .query(Boolean.class)
                .single();
    }
}
