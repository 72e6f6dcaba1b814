package dev.dunwell.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets single keys act for a person, or not: who dictates or uses a screen reader turns them off (WCAG 2.1.4). */
@Component
public class SetShortcuts {

    private final JdbcClient db;

    SetShortcuts(JdbcClient db) {
        this.db = db;
    }

    @Transactional
    public void set(long personId, boolean on) {
        db.sql("update person set shortcuts = ? where id = ?")
                .params(on, personId)
                .update();
    }
}
