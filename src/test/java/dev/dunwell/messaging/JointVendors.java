package dev.dunwell.messaging;

import dev.dunwell.TestDatabase;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vendors who take part, one payer of them all, and what lies in nobody's tables. */
@TestComponent
class JointVendors {

    /** A Tuesday; joint mails leave at eight. */
    static final Instant PLANNED = Instant.parse("2026-12-01T03:00:00Z");

    static final Instant EIGHT = Instant.parse("2026-12-01T08:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final AtomicInteger COUNT = new AtomicInteger(5000);

    private final JdbcClient db;
    private final Outbox outbox;
    private final GoTogether goTogether;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    String reader = "";

    JointVendors(
            JdbcClient db,
            Outbox outbox,
            GoTogether goTogether,
            Organisations organisations,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.outbox = outbox;
        this.goTogether = goTogether;
        this.organisations = organisations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A payer of these vendors who wishes one mail. */
    List<Integer> found(MailMode mode, String days, String... names) {
        reader = "ann" + COUNT.incrementAndGet() + "@payer.example";
        owner("insert into payer_identity (address, since, joint) values (?, now(), '" + days + "')", reader);
        List<Integer> all = new ArrayList<>();
        for (String name : names) {
            all.add(vendor(name, mode));
        }
        return all;
    }

    private int vendor(String name, MailMode mode) {
        int id = COUNT.incrementAndGet();
        in(id, () -> {
            db.sql("""
                insert into organisation (id, name, currency, zone, locale, mail_mode, reply_to)
                values (:id, :name, 'GBP', 'Europe/London', 'en', :mode, :reply)
                """)
                    .param("id", id)
                    .param("name", name + " Supplies")
                    .param("mode", mode.name().toLowerCase(Locale.ROOT))
                    .param("reply", "desk@" + name.toLowerCase(Locale.ROOT) + ".example")
                    .update();
            db.sql("insert into customer (number, name) values ('C-1', ?)")
                    .param(name + " calls them Acme")
                    .update();
            db.sql(
                            "insert into contact (customer_id, name, email, verified_on) select id, 'Ann', ?, '2026-01-01' from customer")
                    .param(reader)
                    .update();
            return db.sql("insert into joint_setting (takes_part) values (true)")
                    .update();
        });
        return id;
    }

    /** Plans a message to the payer and lets it go along. */
    long plan(int vendor, String template) {
        return plan(vendor, template, DAY);
    }

    long plan(int vendor, String template, LocalDate day) {
        return in(vendor, () -> {
            var here = organisations.current();
            long customer = db.sql("select id from customer").query(Long.class).single();
            Map<String, Object> model = SampleLetter.model();
            model.put("vendor", here.name());
            model.put("sender", here.name());
            model.put("reply_to", Objects.requireNonNull(here.replyTo()));
            Draft draft = new Draft(customer, day, template, "en", "Ann", reader, model, vendor + "/" + day, PLANNED);
            Map<Long, Long> planned = outbox.plan(List.of(draft));
            goTogether.choose(here, List.of(draft), planned);
            return Objects.requireNonNull(planned.get(customer));
        });
    }

    <T> T in(int vendor, Supplier<T> work) {
        return Objects.requireNonNull(
                Tenant.in(vendor, () -> transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }

    int run(int vendor, String sql) {
        return in(vendor, () -> db.sql(sql).update());
    }

    String text(int vendor, String sql) {
        return in(vendor, () -> db.sql(sql).query(String.class).single());
    }

    String state(int vendor) {
        return text(vendor, "select string_agg(state, ' ' order by id) from message");
    }

    List<String> states(List<Integer> vendors) {
        return vendors.stream().map(this::state).toList();
    }

    /** Asked with the rights of the owner, whom no wall stops. */
    int owner(String sql, String... values) {
        String name = Objects.requireNonNull(transaction.execute(
                _ -> db.sql("select current_database()").query(String.class).single()));
        try (Connection connection = TestDatabase.server().connect(name);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
