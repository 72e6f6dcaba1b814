package dev.dunwell.relations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an organisation asks its payers how it was. Off until somebody switches it on: nothing leaves by surprise.
 */
@Repository
public class SurveySettings {

    private final JdbcClient db;
    private final Audit audit;

    SurveySettings(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean isOn() {
        return db.sql("select coalesce((select is_on from survey_setting), false)")
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void switchTo(Caller caller, boolean isOn) {
        db.sql("""
                insert into survey_setting (is_on, author) values (:on, :author)
                on conflict (org_id) do update set is_on = excluded.is_on, author = excluded.author, recorded_at = now()
                """).param("on", isOn).param("author", caller.actor().name()).update();
        audit.write(caller.actor(), "surveys.switched", "organisation", null, Map.of("on", isOn));
    }
}
