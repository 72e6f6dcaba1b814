package dev.dunwell.access;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisations that one person works for, whichever is bound. */
@Repository
public class Memberships {

    private final JdbcClient db;
    private final TransactionTemplate reading;

    Memberships(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** By the organisation's name. */
    public List<Membership> of(long personId) {
        return Tenant.acrossOrganisations(() -> Objects.requireNonNull(reading.execute(_ -> db.sql("""
            select o.id, o.name, m.role
            from membership m
            join organisation o on o.id = m.org_id
            where m.person_id = ?
            order by lower(o.name), o.id\
            """)
                .param(personId)
                .query((row, _) ->
                        new Membership(row.getInt("id"), row.getString("name"), Role.ofCode(row.getString("role"))))
                .list())));
    }
}
