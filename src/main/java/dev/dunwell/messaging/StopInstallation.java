package dev.dunwell.messaging;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same button for all organisations of the installation. Its own rows are its record; it belongs to no audit chain.
 */
@Component
public class StopInstallation {

    private final JdbcClient db;
    private final Clock clock;

    StopInstallation(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** From the commit on nothing leaves, of nobody. Twice is harmless. */
    @Transactional
    public void stop(String author, String why) {
        db.sql("""
                insert into installation_stop (reason, author, since) values (:reason, :author, :now)
                on conflict do nothing
                """)
                .param("reason", why.isBlank() ? "Stopped by hand." : why.strip())
                .param("author", author)
                .param("now", Departures.at(clock.instant()))
                .update();
    }

    /** Lets mail leave again, of whom nothing else stops. */
    @Transactional
    public void resume(String author) {
        db.sql("update installation_stop set released_at = :now, released_by = :author where released_at is null")
                .param("now", Departures.at(clock.instant()))
                .param("author", author)
                .update();
    }
}
