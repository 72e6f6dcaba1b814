package dev.dunwell.relations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.web.BadInput;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From when to when an organisation is at work; without a setting from nine to five. */
@Repository
public class WorkingTimes {

    private final JdbcClient db;
    private final Audit audit;

    WorkingTimes(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** In the organisation's zone and by its calendar. */
    @Transactional(readOnly = true)
    public BusinessHours of(Organisation here) {
        return db.sql("select opens, closes from business_hours")
                .query((row, _) ->
                        hours(here, row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)))
                .optional()
                .orElseGet(() -> hours(here, BusinessHours.USUALLY_OPENS, BusinessHours.USUALLY_CLOSES));
    }

    private static BusinessHours hours(Organisation here, LocalTime opens, LocalTime closes) {
        return new BusinessHours(opens, closes, here.zone(), here.calendar());
    }

    /** Every figure is counted by them from now on, those of the past too. Refuses hours that end before they begin. */
    @Transactional
    public void change(Caller caller, String opens, String closes) {
        LocalTime from = hour("opens", opens);
        LocalTime until = hour("closes", closes);
        if (!until.isAfter(from)) {
            throw BadInput.in("closes", "The day ends before it begins: give a later hour.");
        }
        db.sql("""
                insert into business_hours (opens, closes, author) values (:opens, :closes, :author)
                on conflict (org_id) do update
                set opens = excluded.opens, closes = excluded.closes, author = excluded.author, recorded_at = now()
                """)
                .param("opens", from)
                .param("closes", until)
                .param("author", caller.actor().name())
                .update();
        audit.write(
                caller.actor(),
                "hours.changed",
                "organisation",
                null,
                Map.of("opens", from.toString(), "closes", until.toString()));
    }

    private static LocalTime hour(String field, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException _) {
            throw BadInput.in(field, "Give the hour as 09:00.");
        }
    }
}
