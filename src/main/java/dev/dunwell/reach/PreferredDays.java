package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which day customers want to be reminded, and how long a reminder waits for it at most. */
@Component
public class PreferredDays {

    private static final int USUAL_WAIT_DAYS = 7;
    private static final int LONGEST_WAIT_DAYS = 31;

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PreferredDays(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** What a customer said last; empty when any day will do. */
    @Transactional(readOnly = true)
    public Optional<PreferredDay> of(long customerId) {
        return db.sql("select every, day from preferred_day where customer_id = ? order by id desc limit 1")
                .param(customerId)
                .query((row, _) -> new Said(row.getString("every"), row.getInt("day")))
                .optional()
                .flatMap(Said::wanted);
    }

    private record Said(@Nullable String every, int day) {

        Optional<PreferredDay> wanted() {
            return every == null
                    ? Optional.empty()
                    : Optional.of(new PreferredDay(PreferredDay.Every.valueOf(every.toUpperCase(Locale.ROOT)), day));
        }
    }

    /** @param wanted null: any day will do */
    @Transactional
    public void prefer(Caller caller, long customerId, @Nullable PreferredDay wanted) {
        if (wanted != null && !wanted.isThere()) {
            throw BadInput.in("day", "Choose a day of the week, or one of the month from 1 to 28.");
        } else if (Optional.ofNullable(wanted).equals(of(customerId))) {
            return;
        }
        db.sql("""
                insert into preferred_day (customer_id, every, day, said_on, author)
                values (:customer, :every, :day, :today, :author)
                """)
                .param("customer", customerId)
                .param("every", wanted == null ? null : wanted.every().name().toLowerCase(Locale.ROOT))
                .param("day", wanted == null ? null : wanted.day())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "day.preferred",
                "customer",
                customerId,
                Map.of("day", wanted == null ? "any" : wanted.every() + " " + wanted.day()));
    }

    /** Days a reminder waits for it at most, counted from the day on which it came due. */
    @Transactional(readOnly = true)
    public int longestWait() {
        return db.sql("select days from preferred_day_limit")
                .query(Integer.class)
                .optional()
                .orElse(USUAL_WAIT_DAYS);
    }

    /** @param days 0 to 31; 0: nothing waits */
    @Transactional
    public void waitAtMost(Caller caller, int days) {
        if (days < 0 || days > LONGEST_WAIT_DAYS) {
            throw BadInput.in("waitDays", "Give a whole number from 0 to 31.");
        }
        db.sql("""
                insert into preferred_day_limit (days) values (:days) on conflict (org_id) do update set days = excluded.days
                """).param("days", days).update();
        audit.write(caller.actor(), "day.limit", "organisation", null, Map.of("days", days));
    }
}
