package dev.dunwell.access;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds an organisation, in one transaction with whatever it needs to be of use: a first person, a first key. */
@Component
public class FoundOrganisation {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    FoundOrganisation(
            JdbcClient db, PlatformTransactionManager transactions, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.events = events;
    }

    /**
     * Its mail is on hold until somebody lets it go.
     *
     * @param first what is done inside the new organisation, by its number, in the same transaction
     * @return what {@code first} gave
     */
    public <T> T found(NewOrganisation organisation, Actor actor, IntFunction<T> first) {
        Integer id =
                Objects.requireNonNull(transaction.execute(_ -> db.sql("select nextval('organisation_id_seq')::int")
                        .query(Integer.class)
                        .single()));
        return foundAs(id, organisation, actor, first);
    }

    /**
     * The same under a number that was drawn before. When it has been founded under it already, only does {@code first}
     * in it.
     */
    <T> T foundAs(int id, NewOrganisation organisation, Actor actor, IntFunction<T> first) {
        return Tenant.in(
                id,
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    boolean isNew = insert(id, organisation);
                    if (isNew) {
                        events.publishEvent(new OrganisationFounded(id));
                    }
                    T result = first.apply(id);
                    if (isNew) {
                        var detail = Map.of("name", organisation.name());
                        audit.write(actor, "organisation.founded", "organisation", null, detail);
                    }
                    return result;
                })));
    }

    private boolean insert(int id, NewOrganisation organisation) {
        return db.sql("""
            insert into organisation (id, name, currency, zone, locale, country)
            values (:id, :name, :currency, :zone, :locale, :country)
            on conflict (id) do nothing\
            """)
                        .param("id", id)
                        .param("name", organisation.name())
                        .param("currency", organisation.currency().getCurrencyCode())
                        .param("zone", organisation.zone().getId())
                        .param("locale", organisation.locale().toLanguageTag())
                        .param("country", organisation.country())
                        .update()
                > 0;
    }
}
