package dev.dunwell.metrics;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From now on somebody gets the figures by mail, once a week. Refuses what is no address, and the same twice. */
@Component
public class ScheduleFigures {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
    private static final int LONGEST_NAME = 200;

    private final JdbcClient db;
    private final Audit audit;

    ScheduleFigures(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @return its id */
    @Transactional
    public long schedule(Caller caller, String name, String address, DayOfWeek weekday) {
        String to = address.strip();
        if (!ADDRESS.matcher(to).matches()) {
            throw BadInput.in("address", "Write one address, such as nora@example.com.");
        } else if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw BadInput.in("name", "Write a name of at most " + LONGEST_NAME + " signs.");
        }
        long id = db.sql("""
                insert into figures_mail (to_name, to_address, weekday, author)
                values (:name, :address, :weekday, :author)
                on conflict do nothing
                returning id
                """)
                .param("name", name.strip())
                .param("address", to)
                .param("weekday", weekday.getValue())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(
                        () -> Refusal.conflict("scheduled-already", to + " gets the figures on that day already."));
        audit.write(
                caller.actor(),
                "figures.scheduled",
                "organisation",
                null,
                Map.of("to", to, "weekday", weekday.toString()));
        return id;
    }
}
