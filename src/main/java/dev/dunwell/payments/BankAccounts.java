package dev.dunwell.payments;

import dev.dunwell.payments.reference.Scheme;
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

/** The accounts of the organisation: one for each currency, and those that were replaced. */
@Repository
public class BankAccounts {

    private final JdbcClient db;

    BankAccounts(JdbcClient db) {
        this.db = db;
    }

    /** Where money of a currency goes now. */
    @Transactional(readOnly = true)
    public Optional<BankAccount> of(Currency currency) {
        return db.sql("select * from pay_account where ended_on is null and currency = :currency")
                .param("currency", currency.getCurrencyCode())
                .query(BankAccounts::account)
                .optional();
    }

    /** Those that hold now, by currency. */
    @Transactional(readOnly = true)
    public List<BankAccount> all() {
        return db.sql("select * from pay_account where ended_on is null order by currency")
                .query(BankAccounts::account)
                .list();
    }

    /** The last day since {@code from} on which an account took the place of another; empty when none did. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> changedSince(LocalDate from) {
        return db.sql("""
                select max(n.set_on)
                from pay_account n
                where n.ended_on is null and n.set_on >= :from
                  and exists (select from pay_account o where o.currency = n.currency and o.ended_on is not null)
                """)
                .param("from", from)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** The schemes that any account of ours ever had: money may still come with them. */
    @Transactional(readOnly = true)
    List<Scheme> schemes() {
        return db.sql("select distinct scheme from pay_account")
                .query((row, _) -> Scheme.ofCode(row.getString(1)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(Currency currency, LocalDate on, String by) {
        db.sql("update pay_account set ended_on = :on, ended_by = :by where ended_on is null and currency = :currency")
                .param("on", on)
                .param("by", by)
                .param("currency", currency.getCurrencyCode())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(BankAccount account, String by) {
        filled(db.sql("""
                insert into pay_account
                  (currency, holder, number, bic, bank, street, house, postcode, town, country, scheme, set_on, set_by)
                values (:currency, :holder, :number, :bic, :bank, :street, :house, :postcode, :town, :country, :scheme, :on, :by)
                """), account).param("by", by).update();
    }

    /** With all that an account says of itself, {@code on} being the day since which it holds. */
    static JdbcClient.StatementSpec filled(JdbcClient.StatementSpec sql, BankAccount account) {
        BankAccount.Address at = account.address();
        return sql.param("currency", account.currency().getCurrencyCode())
                .param("holder", account.holder())
                .param("number", account.number())
                .param("bic", account.bic())
                .param("bank", account.bank())
                .param("street", at == null ? null : at.street())
                .param("house", at == null ? null : at.house())
                .param("postcode", at == null ? null : at.postcode())
                .param("town", at == null ? null : at.town())
                .param("country", at == null ? null : at.country())
                .param("scheme", account.scheme().code())
                .param("on", account.since());
    }

    static BankAccount account(ResultSet row, int n) throws SQLException {
        return new BankAccount(
                Currency.getInstance(row.getString("currency")),
                row.getString("holder"),
                row.getString("number"),
                row.getString("bic"),
                row.getString("bank"),
                address(row),
                Scheme.ofCode(row.getString("scheme")),
                row.getObject("set_on", LocalDate.class));
    }

    private static BankAccount.@Nullable Address address(ResultSet row) throws SQLException {
        return row.getString("country") == null
                ? null
                : new BankAccount.Address(
                        row.getString("street"),
                        row.getString("house"),
                        row.getString("postcode"),
                        row.getString("town"),
                        row.getString("country"));
    }
}
