package dev.dunwell.metrics;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.metrics.FiguresMails.FiguresMail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody gets the figures by mail no longer. */
@Component
public class StopFigures {

    private final FiguresMails mails;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    StopFigures(FiguresMails mails, JdbcClient db, Audit audit, Clock clock) {
        this.mails = mails;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void stop(Caller caller, long id) {
        FiguresMail mail = mails.get(id);
        db.sql("update figures_mail set stopped_by = :by, stopped_at = :at where id = :id")
                .param("by", caller.actor().name())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
        audit.write(caller.actor(), "figures.stopped", "organisation", null, Map.of("to", mail.toAddress()));
    }
}
