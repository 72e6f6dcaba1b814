package dev.dunwell.journal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settings for the general ledger as the organisation keeps them. */
@Repository
public class AccountNumbers {

    private final JdbcClient db;

    AccountNumbers(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public AccountingSettings settings() {
        Map<Account, String> numbers = new EnumMap<>(Account.class);
        db.sql("select account, number from account_number").query(row -> {
            numbers.put(Account.valueOf(row.getString("account").toUpperCase(Locale.ROOT)), row.getString("number"));
        });
        return db.sql("select * from accounting_setting")
                .query((row, _) -> new AccountingSettings(
                        numbers,
                        row.getObject("consultant", Integer.class),
                        row.getObject("client", Integer.class),
                        row.getInt("account_digits"),
                        row.getInt("year_begins"),
                        row.getBoolean("with_documents")))
                .optional()
                .orElse(AccountingSettings.NONE);
    }

    void replace(AccountingSettings settings) {
        db.sql("delete from account_number").update();
        db.sql(
                        "insert into account_number (account, number) select * from unnest(cast(? as text[]), cast(? as text[]))")
                .params(
                        settings.numbers().keySet().stream().map(Account::code).toArray(String[]::new),
                        settings.numbers().values().toArray(String[]::new))
                .update();
        db.sql("""
                insert into accounting_setting (consultant, client, account_digits, year_begins, with_documents)
                values (:consultant, :client, :digits, :year, :documents)
                on conflict (org_id) do update
                set consultant = excluded.consultant, client = excluded.client, account_digits = excluded.account_digits,
                    year_begins = excluded.year_begins, with_documents = excluded.with_documents
                """)
                .param("consultant", settings.consultant())
                .param("client", settings.client())
                .param("digits", settings.accountDigits())
                .param("year", settings.yearBegins())
                .param("documents", settings.withDocuments())
                .update();
    }
}
