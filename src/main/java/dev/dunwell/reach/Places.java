package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where customers and their people are. */
@Component
public class Places {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Places(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** What is said of a customer and of its people, the customer's own first. */
    @Transactional(readOnly = true)
    public List<Place> of(long customerId) {
        return db.sql("""
                select p.contact_id, k.name, p.zone, p.country
                from place p
                left join contact k on k.org_id = p.org_id and k.id = p.contact_id
                where p.customer_id = :customer
                order by p.contact_id nulls first
                """)
                .param("customer", customerId)
                .query((row, _) -> new Place(
                        row.getObject("contact_id", Long.class),
                        row.getString("name"),
                        row.getString("zone") == null ? null : ZoneId.of(row.getString("zone")),
                        row.getString("country")))
                .list();
    }

    /**
     * Says where somebody is, in place of what was said before; nothing at all forgets it.
     *
     * @param contactId null for the whole customer
     * @param zone by its name, {@code Europe/Madrid}, or empty
     * @param country by its ISO 3166 code, or empty
     */
    @Transactional
    public void say(Caller caller, long customerId, @Nullable Long contactId, String zone, String country) {
        String code = country.strip().toUpperCase(Locale.ROOT);
        if (!zone.isBlank() && !ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            throw BadInput.in("zone", "Give the time zone by its name, Europe/Madrid for example.");
        } else if (!code.isEmpty() && !COUNTRIES.contains(code)) {
            throw BadInput.in("country", "Give the country by its ISO 3166 code, ES for example, or leave it empty.");
        }
        forget(customerId, contactId);
        if (!zone.isBlank() || !code.isEmpty()) {
            insert(caller, customerId, contactId, zone.strip(), code);
        }
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "place.said",
                "customer",
                customerId,
                Map.of("zone", zone.strip(), "country", code, "contact", contactId == null ? "" : contactId));
    }

    private void forget(long customerId, @Nullable Long contactId) {
        db.sql(
                        "delete from place where customer_id = :customer and contact_id is not distinct from cast(:contact as bigint)")
                .param("customer", customerId)
                .param("contact", contactId)
                .update();
    }

    private void insert(Caller caller, long customerId, @Nullable Long contactId, String zone, String country) {
        db.sql("""
                insert into place (customer_id, contact_id, zone, country, author)
                values (:customer, :contact, nullif(:zone, ''), nullif(:country, ''), :author)
                """)
                .param("customer", customerId)
                .param("contact", contactId)
                .param("zone", zone)
                .param("country", country)
                .param("author", caller.actor().name())
                .update();
    }
}
