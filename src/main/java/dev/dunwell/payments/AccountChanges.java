package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The changes of accounts that are on their way, at most one for each currency, and how long they cool. */
@Repository
public class AccountChanges {

    static final int USUAL_COOLING_DAYS = 3;

    private final JdbcClient db;

    AccountChanges(JdbcClient db) {
        this.db = db;
    }

    /** Those that neither hold nor were taken back. */
    @Transactional(readOnly = true)
    public List<AccountChange> open() {
        return db.sql("select * from pay_account_change where closed_on is null order by currency")
                .query(AccountChanges::change)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<AccountChange> of(Currency currency) {
        return open().stream()
                .filter(change -> change.account().currency().equals(currency))
                .findFirst();
    }

    /** Days between the second person's yes and the day on which the account holds. */
    @Transactional(readOnly = true)
    public int coolingDays() {
        return db.sql("select cooling_days from pay_account_setting")
                .query(Integer.class)
                .optional()
                .orElse(USUAL_COOLING_DAYS);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void coolFor(int days) {
        db.sql("""
                insert into pay_account_setting (cooling_days) values (:days)
                on conflict (org_id) do update set cooling_days = excluded.cooling_days
                """).param("days", days).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long insert(BankAccount account, Actor by, @Nullable Long person) {
        return BankAccounts.filled(db.sql("""
                insert into pay_account_change (currency, holder, number, bic, bank, street, house, postcode, town, country, scheme,
                  set_on, asked_by, asked_by_person)
                values (:currency, :holder, :number, :bic, :bank, :street, :house, :postcode, :town, :country, :scheme,
                  :on, :by, :person)
                returning id
                """), account)
                .param("by", by.name())
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** @return whether it waited for a yes until now */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean confirm(long id, LocalDate on, String by, LocalDate holdsFrom) {
        return db.sql("""
                update pay_account_change set confirmed_on = :on, confirmed_by = :by, holds_from = :from
                where id = :id and confirmed_on is null and closed_on is null
                """)
                        .param("on", on)
                        .param("by", by)
                        .param("from", holdsFrom)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** @return whether it was open until now */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean close(long id, LocalDate on, String by) {
        return db.sql(
                                "update pay_account_change set closed_on = :on, closed_by = :by where id = :id and closed_on is null")
                        .param("on", on)
                        .param("by", by)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** How many others could say yes. */
    @Transactional(readOnly = true)
    int others(@Nullable Long person) {
        return db.sql("""
                select count(*)
                from membership m
                join person p on p.id = m.person_id and p.disabled_at is null
                where m.role in ('administrator', 'credit_manager') and m.person_id is distinct from cast(:person as bigint)
                """).param("person", person).query(Integer.class).single();
    }

    private static AccountChange change(ResultSet row, int n) throws SQLException {
        return new AccountChange(
                row.getLong("id"),
                BankAccounts.account(row, n),
                row.getString("asked_by"),
                row.getObject("asked_by_person", Long.class),
                row.getString("confirmed_by"),
                row.getObject("holds_from", LocalDate.class));
    }
}
