package dev.dunwell.portal;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how an organisation keeps its door; what each setting means stands at {@link DoorSetting}. */
@Component
public class ChangeDoor {

    private static final int LONGEST_LINK = 365;
    private static final int LONGEST_OLDER = 90;
    private static final int LONGEST_PROMISE = 90;

    private final JdbcClient db;
    private final Audit audit;

    ChangeDoor(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @throws BadInput naming each number that is out of its bounds */
    @Transactional
    public void change(Caller caller, DoorSetting wanted) {
        List<Problem> problems = new ArrayList<>();
        check(problems, "linkDays", wanted.linkDays(), 1, LONGEST_LINK);
        check(problems, "olderDays", wanted.olderDays(), 0, LONGEST_OLDER);
        check(problems, "promiseDays", wanted.promiseDays(), 1, LONGEST_PROMISE);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        db.sql("""
                insert into door_setting (link_days, older_days, promise_days, takes_part)
                values (:link, :older, :promise, :part)
                on conflict (org_id) do update
                set link_days = :link, older_days = :older, promise_days = :promise, takes_part = :part
                """)
                .param("link", wanted.linkDays())
                .param("older", wanted.olderDays())
                .param("promise", wanted.promiseDays())
                .param("part", wanted.takesPart())
                .update();
        audit.write(
                caller.actor(),
                "door.changed",
                "organisation",
                null,
                Map.of(
                        "linkDays",
                        wanted.linkDays(),
                        "olderDays",
                        wanted.olderDays(),
                        "promiseDays",
                        wanted.promiseDays(),
                        "takesPart",
                        wanted.takesPart()));
    }

    private static void check(List<Problem> problems, String field, int given, int least, int most) {
        if (given < least || given > most) {
            problems.add(new Problem(0, field, "Give a whole number from %d to %d.".formatted(least, most)));
        }
    }
}
