package dev.dunwell.relations;

import dev.dunwell.access.Organisations;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.SendGuard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who must not be asked how it was: asked when a survey is planned and again just before its mail leaves. A question
 * that has waited for weeks in the house is not sent any more, nor one to an address that is none of theirs by now.
 */
@Component
class SurveyStops implements SendGuard {

    private static final String STOPS = Sql.named("relations/survey-stops");
    private static final int STALE_DAYS = 14;

    private final JdbcClient db;
    private final Organisations organisations;
    private final Clock clock;

    SurveyStops(JdbcClient db, Organisations organisations, Clock clock) {
        this.db = db;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The reason for each customer that must not be asked; the others are absent. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, String> of(Collection<Long> customers, LocalDate today) {
        Map<Long, String> reasons = new HashMap<>();
        if (!customers.isEmpty()) {
            db.sql(STOPS).param("customers", customers).param("today", today).query(row -> {
                reasons.put(row.getLong("customer_id"), row.getString("reason"));
            });
        }
        return reasons;
    }

    private record Waiting(long customerId, boolean isStale, boolean isTheirs) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, String> stop(Collection<Long> messageIds) {
        LocalDate today = organisations.current().today(clock);
        Map<Long, Waiting> surveys = waiting(messageIds, today);
        Map<Long, String> customers =
                of(surveys.values().stream().map(Waiting::customerId).toList(), today);
        Map<Long, String> stopped = new HashMap<>();
        surveys.forEach((message, survey) -> {
            String reason = customers.get(survey.customerId);
            if (survey.isStale) {
                stopped.put(message, "The invoice was settled too long ago to ask how it was.");
            } else if (!survey.isTheirs) {
                stopped.put(message, "Mail does not reach this person any more, or they asked for none.");
            } else if (reason != null) {
                stopped.put(message, reason + " Nobody is asked how it was until that is over.");
            }
        });
        return stopped;
    }

    private Map<Long, Waiting> waiting(Collection<Long> messageIds, LocalDate today) {
        Map<Long, Waiting> surveys = new HashMap<>();
        db.sql("""
                select s.message_id, s.customer_id, s.asked_on < :today - :stale as is_stale,
                       k.voided_at is null and lower(k.email) = lower(s.to_address)
                         and (k.bounced_on is null or k.bounced_on > :today)
                         and not exists (
                           select from opt_out u
                           where u.org_id = s.org_id and u.customer_id = s.customer_id and u.channel = 'mail'
                             and (u.contact_id is null or u.contact_id = k.id)
                             and u.from_on <= :today and (u.ended_on is null or u.ended_on > :today)) as is_theirs
                from survey s
                join contact k on k.org_id = s.org_id and k.id = s.contact_id
                where s.message_id in (:messages)
                """)
                .param("today", today)
                .param("stale", STALE_DAYS)
                .param("messages", messageIds)
                .query(row -> {
                    surveys.put(
                            row.getLong("message_id"),
                            new Waiting(
                                    row.getLong("customer_id"),
                                    row.getBoolean("is_stale"),
                                    row.getBoolean("is_theirs")));
                });
        return surveys;
    }
}
