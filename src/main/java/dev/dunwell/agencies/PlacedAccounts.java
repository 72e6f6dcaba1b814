package dev.dunwell.agencies;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The wall around agencies: what is placed with the agency that the caller works for, and nothing else. Every page of
 * theirs asks here first, and only here ({@code sql/agencies/mine.sql}).
 */
@Repository
@Transactional(readOnly = true)
public class PlacedAccounts {

    private static final String MINE = Sql.named("agencies/mine");

    private final JdbcClient db;

    PlacedAccounts(JdbcClient db) {
        this.db = db;
    }

    /** Whom an agency may speak to. */
    public record Contact(String name, String role, String email, String phone) {}

    /** By customer, at most 500. */
    public List<PlacedAccount> mine(Caller caller) {
        return ask(caller, null);
    }

    /** @throws NotFound when it is not placed with the caller's agency now */
    public PlacedAccount one(Caller caller, long placementId) {
        return ask(caller, placementId).stream().findFirst().orElseThrow(() -> new NotFound("placed account"));
    }

    /** The people of an account's customer. */
    public List<Contact> contacts(Caller caller, long placementId) {
        return db.sql("""
                select name, role, coalesce(email, '') as email, coalesce(phone, '') as phone
                from contact
                where customer_id = :customer and voided_at is null
                order by lower(name), id
                """)
                .param("customer", one(caller, placementId).customerId())
                .query((row, _) -> new Contact(
                        row.getString("name"),
                        row.getString("role").replace('_', ' '),
                        row.getString("email"),
                        row.getString("phone")))
                .list();
    }

    private List<PlacedAccount> ask(Caller caller, @Nullable Long placementId) {
        return db.sql(MINE)
                .param("person", caller.personId())
                .param("placement", placementId)
                .param("today", caller.today())
                .query(PlacedAccounts::account)
                .list();
    }

    private static PlacedAccount account(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new PlacedAccount(
                row.getLong("id"),
                row.getLong("pack_id"),
                row.getString("agency"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                new PlacedAccount.Bill(
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("amount"), currency),
                        Money.ofMinor(row.getLong("open_amount"), currency)),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"));
    }
}
