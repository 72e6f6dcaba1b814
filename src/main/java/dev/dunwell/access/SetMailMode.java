package dev.dunwell.access;

import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what becomes of the organisation's mail. */
@Component
public class SetMailMode {

    private final JdbcClient db;
    private final Organisations organisations;
    private final Audit audit;

    SetMailMode(JdbcClient db, Organisations organisations, Audit audit) {
        this.db = db;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** @throws Refusal for mail that is to go out while the day is simulated */
    @Transactional
    public Organisation set(MailMode mode, Actor actor) {
        MailMode before = organisations.current().mailMode();
        if (mode == MailMode.LIVE && organisations.current().isSimulated()) {
            throw Refusal.because(
                    "day-is-simulated",
                    "The day is simulated, so mail cannot go out to customers. Return to the real day first.");
        }
        db.sql("update organisation set mail_mode = ? where id = current_org()")
                .param(mode.code())
                .update();
        var detail = Map.of("from", before.code(), "to", mode.code());
        audit.write(actor, "organisation.mail-set", "organisation", null, detail);
        return organisations.current();
    }
}
