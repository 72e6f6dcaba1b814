package dev.dunwell.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks up, in one query per request, who asks: a person by their session, a program by its key. */
@Repository
public class Presences {

    private static final String OF_PERSON = """
        select o.*, p.id as person_id, p.name as person_name, p.shortcuts, p.password_is_initial, m.role,
               exists (select from membership other where other.person_id = p.id and other.org_id <> o.id) as has_choice
        from person p
        join membership m on m.person_id = p.id
        join organisation o on o.id = m.org_id
        where p.id = ?
          and o.id = ?
          and p.disabled_at is null\
        """;

    private static final String OF_KEY = """
        select o.*, k.id as key_id, k.name as key_name, k.role
        from api_key k
        join organisation o on o.id = k.org_id
        where k.key_hash = ?
          and k.revoked_at is null\
        """;

    private final JdbcClient db;
    private final TransactionTemplate reading;
    private final Clock clock;

    Presences(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** Empty when the person left the organisation, was disabled or never existed. */
    public Optional<Presence> of(SignedIn person) {
        return one(db.sql(OF_PERSON).params(person.personId(), person.organisationId()), this::person);
    }

    /** Empty when there is no such key, or no more. */
    public Optional<Presence> of(Secret key) {
        return one(db.sql(OF_KEY).param(key.hash()), this::key);
    }

    private Optional<Presence> one(JdbcClient.StatementSpec question, RowMapper<Presence> row) {
        return Tenant.acrossOrganisations(() ->
                Objects.requireNonNull(reading.execute(_ -> question.query(row).optional())));
    }

    private Presence person(ResultSet row, int n) throws SQLException {
        long id = row.getLong("person_id");
        return new Presence(
                SignedIn.principalName(id),
                caller(row, Actor.person(row.getString("person_name")), id),
                row.getBoolean("shortcuts"),
                row.getBoolean("has_choice"),
                row.getBoolean("password_is_initial"));
    }

    private Presence key(ResultSet row, int n) throws SQLException {
        Caller caller = caller(row, Actor.key(row.getString("key_name")), null);
        return new Presence("key:" + row.getLong("key_id"), caller, false, false, false);
    }

    private Caller caller(ResultSet row, Actor actor, @Nullable Long personId) throws SQLException {
        Organisation organisation = Organisations.organisation(row, 0);
        return new Caller(organisation, actor, Role.ofCode(row.getString("role")), personId, organisation.today(clock));
    }
}
