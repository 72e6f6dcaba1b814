package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation of its own for each test, with messages to deliver. */
@TestComponent
class PostRoom {

    static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(1000);

    private final JdbcClient db;
    private final Outbox outbox;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    private int organisation;

    PostRoom(JdbcClient db, Outbox outbox, Organisations organisations, PlatformTransactionManager transactions) {
        this.db = db;
        this.outbox = outbox;
        this.organisations = organisations;
        this.transaction = new TransactionTemplate(transactions);
    }

    void found(Organisation.MailMode mode) {
        organisation = ORGANISATIONS.incrementAndGet();
        in(() -> db.sql("""
            insert into organisation (id, name, currency, zone, locale, mail_mode, reply_to)
            values (:id, 'Meridian Supplies', 'GBP', 'Europe/London', 'en', :mode, 'nora@meridian.example')
            """)
                .param("id", organisation)
                .param("mode", mode.name().toLowerCase(java.util.Locale.ROOT))
                .update());
    }

    /** Works for an organisation that is there already. */
    void enter(int existing, Organisation.MailMode mode) {
        organisation = existing;
        set(mode);
    }

    void set(Organisation.MailMode mode) {
        in(() -> db.sql("update organisation set mail_mode = :mode where id = current_org()")
                .param("mode", mode.name().toLowerCase(java.util.Locale.ROOT))
                .update());
    }

    /** From then on mail leaves only within these hours of the recipient's working days. */
    int limitHours(String from, String until) {
        return db.sql("""
            insert into contact_limits (fatigue_days, hours_from, hours_until, bundle_days, debit_days, entry_count, entry_total,
              entry_days, brake_factor, brake_floor)
            values (7, cast(:from as time), cast(:until as time), 0, 3, 0, 0, 0, 3, 50)
            """).param("from", from).param("until", until).update();
    }

    Organisation organisation() {
        return Tenant.in(organisation, organisations::current);
    }

    int id() {
        return organisation;
    }

    /** Plans a message to each customer from 1 to {@code count} and answers their ids by customer. */
    Map<Long, Long> plan(int count) {
        return plan(count, "friendly");
    }

    Map<Long, Long> plan(int count, String template) {
        List<Draft> drafts = new ArrayList<>();
        for (int customer = 1; customer <= count; customer++) {
            drafts.add(draft(customer, template));
        }
        return in(() -> outbox.plan(drafts));
    }

    long planOne() {
        return Objects.requireNonNull(plan(1).get(1L));
    }

    Map<Long, Long> plan(Draft draft) {
        return in(() -> outbox.plan(List.of(draft)));
    }

    Draft draft(long customer, String template) {
        Map<String, Object> model = SampleLetter.model();
        model.put("customer_number", "C-" + customer);
        model.put("stage", 2);
        model.put("numbers", List.of("MS-20538", "MS-20541"));
        String messageId = "<" + organisation + "." + customer + "@dunwell.invalid>";
        return new Draft(
                customer, DAY, template, "en", "James Okafor", "james@brightwater.example", model, messageId, NOW);
    }

    <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(
                Tenant.in(organisation, () -> transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }

    String state(long message) {
        return in(() -> db.sql("select state from message where id = ?")
                .param(message)
                .query(String.class)
                .single());
    }

    List<String> journal(long message) {
        return in(() -> db.sql("select state from send_journal where message_id = ? order by id")
                .param(message)
                .query(String.class)
                .list());
    }

    void run(String sql) {
        in(() -> db.sql(sql).update());
    }

    int count(String sql) {
        return in(() -> db.sql(sql).query(Integer.class).single());
    }
}
