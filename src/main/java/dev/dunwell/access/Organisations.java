package dev.dunwell.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisations of this installation. */
@Repository
public class Organisations {

    private final JdbcClient db;
    private final TransactionTemplate reading;

    Organisations(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The organisation bound by {@link Tenant}. */
    @Transactional(readOnly = true)
    public Organisation current() {
        return db.sql("select * from organisation where id = current_org()")
                .query(Organisations::organisation)
                .single();
    }

    /** All of them, for the timetable: what is then done for each is done inside {@link Tenant#runIn}. */
    public List<Organisation> all() {
        return Tenant.acrossOrganisations(
                () -> Objects.requireNonNull(reading.execute(_ -> db.sql("select * from organisation order by id")
                        .query(Organisations::organisation)
                        .list())));
    }

    static Organisation organisation(ResultSet row, int n) throws SQLException {
        return new Organisation(
                row.getInt("id"),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("country"),
                Organisation.MailMode.valueOf(row.getString("mail_mode").toUpperCase(Locale.ROOT)),
                row.getString("reply_to"),
                row.getInt("recall_minutes"),
                row.getObject("night_at", LocalTime.class),
                row.getLong("tolerance"),
                row.getInt("promise_grace_days"),
                List.of((Integer[]) row.getArray("aging_days").getArray()),
                row.getObject("simulated_today", LocalDate.class));
    }
}
