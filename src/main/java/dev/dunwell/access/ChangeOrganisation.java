package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes an organisation's settings; what each means stands at {@link Organisation}. */
@Component
public class ChangeOrganisation {

    private final JdbcClient db;
    private final Organisations organisations;
    private final Audit audit;

    ChangeOrganisation(JdbcClient db, Organisations organisations, Audit audit) {
        this.db = db;
        this.organisations = organisations;
        this.audit = audit;
    }

    /**
     * @param given all settings at once, as text by their names; the tolerance as an amount in the organisation's
     *     currency
     * @throws BadInput with every setting that cannot be used
     */
    @Transactional
    public Organisation change(Map<String, String> given, Actor actor) {
        var settings = columns(given, organisations.current());
        db.sql("""
            update organisation
            set name = :name, zone = :zone, locale = :locale, country = :country, reply_to = :replyTo,
                tolerance = :tolerance, recall_minutes = :recallMinutes, night_at = :nightAt,
                promise_grace_days = :promiseGraceDays, aging_days = cast(:agingDays as int[])
            where id = current_org()\
            """).params(settings).update();
        var detail = new LinkedHashMap<>(settings);
        detail.replaceAll((_, value) -> String.valueOf(value));
        audit.write(actor, "organisation.changed", "organisation", null, detail);
        return organisations.current();
    }

    private static Map<String, Object> columns(Map<String, String> given, Organisation before) {
        var fields = new SettingFields(given);
        var columns = new LinkedHashMap<String, Object>();
        columns.put("name", fields.name("name"));
        columns.put("zone", fields.zone("zone").getId());
        columns.put("locale", fields.locale("locale").toLanguageTag());
        columns.put("country", fields.countryOrNone("country"));
        columns.put("replyTo", fields.emailOrNone("replyTo"));
        columns.put("tolerance", fields.amount("tolerance", before.currency()).minor());
        columns.put("recallMinutes", fields.between(0, 1440, "recallMinutes"));
        columns.put("nightAt", fields.time("nightAt"));
        columns.put("promiseGraceDays", fields.between(0, 30, "promiseGraceDays"));
        columns.put("agingDays", fields.days("agingDays"));
        fields.check();
        return columns;
    }
}
