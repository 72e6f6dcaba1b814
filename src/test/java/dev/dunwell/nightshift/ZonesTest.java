package dev.dunwell.nightshift;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.jobs.RecurringJob;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At one moment it is three different days in these zones. What a night decides depends on the organisation's and never
 * on that of the server it runs on.
 */
@Tag("slow")
@DunwellTest
@Import(ZonesTest.OneMoment.class)
class ZonesTest {

    private static final Instant NOW = Instant.parse("2026-03-16T10:30:00Z");
    private static final List<String> ZONES = List.of(
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Europe/Berlin",
            "America/New_York",
            "Africa/Cairo",
            "Australia/Lord_Howe");

    @TestConfiguration(proxyBeanMethods = false)
    static class OneMoment {
        @Bean
        @Primary
        Clock oneMoment() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @Autowired
    TestOrganisations founding;

    @Autowired
    Organisations organisations;

    @Autowired
    OpenItems openItems;

    @Autowired
    List<RecurringJob> timetable;

    @Autowired
    JdbcClient db;

    @Autowired
    HikariDataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    private final TimeZone server = TimeZone.getDefault();

    @AfterEach
    void back_home() {
        moveServerTo(server);
    }

    @Test
    void an_organisations_day_is_that_of_its_zone_wherever_the_server_stands() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (String zone : ZONES) {
            LocalDate today = NOW.atZone(ZoneId.of(zone)).toLocalDate();
            days.put(zone, today);
            OpenItem item = item(today.minusDays(5));
            for (String there : ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(there));
                assertThat(organisation(zone).today(Clock.fixed(NOW, ZoneId.systemDefault())))
                        .isEqualTo(today);
                assertThat(item.daysOverdue(today)).isEqualTo(5);
                assertThat(item.ageBand(today)).isEqualTo(1);
            }
        }
        assertThat(days)
                .containsEntry("Pacific/Kiritimati", LocalDate.of(2026, 3, 17))
                .containsEntry("Pacific/Pago_Pago", LocalDate.of(2026, 3, 15));
    }

    @Test
    void a_night_decides_the_same_on_servers_in_six_zones() {
        List<Map<String, List<String>>> nights = new ArrayList<>();
        for (String there : ZONES) {
            moveServerTo(TimeZone.getTimeZone(there));
            Map<String, List<String>> night = new LinkedHashMap<>();
            for (String zone : ZONES) {
                night.put(zone, night(zone));
            }
            nights.add(night);
        }
        assertThat(nights).allSatisfy(night -> assertThat(night).isEqualTo(nights.getFirst()));
        assertThat(nights.getFirst().values())
                .allSatisfy(night -> assertThat(night).hasSizeGreaterThan(100));
    }

    private void moveServerTo(TimeZone zone) {
        TimeZone.setDefault(zone);
        database.getHikariPoolMXBean().softEvictConnections(); // a connection keeps the zone it was opened in
    }

    /** Founds an organisation there, gives it a book, lives its night and tells what came of it. */
    private List<String> night(String zone) {
        int id = founding.found(NewOrganisation.read(
                Map.of("name", "In " + zone, "currency", "EUR", "zone", zone, "locale", "en-GB", "country", "")));
        return Tenant.in(id, () -> {
            in(this::writeBook);
            Organisation organisation = organisations.current();
            timetable.stream().filter(job -> job.name().equals("night")).forEach(job -> job.work(organisation, NOW));
            return told(NOW.atZone(ZoneId.of(zone)).toLocalDate());
        });
    }

    /** Invoices that were due from 50 days ago to in two days. */
    private void writeBook() {
        db.sql("update organisation set mail_mode = 'sink', night_at = '00:00' where id = current_org()")
                .update();
        db.sql("insert into customer (number, name) select 'C-' || n, 'Customer ' || n from generate_series(1, 12) n")
                .update();
        db.sql("""
                insert into contact (customer_id, name, email)
                select id, name, lower(replace(name, ' ', '.')) || '@example.com' from customer
                """).update();
        db.sql("""
                insert into invoice (customer_id, number, issued_on, due_on, currency, amount, open_amount)
                select c.id, 'I-' || n, date '2026-01-01', date '2026-03-18' - n, 'EUR', 1000 + n, 1000 + n
                from generate_series(0, 52) n
                join customer c on c.number = 'C-' || (1 + n % 12)
                """).update();
    }

    private List<String> told(LocalDate today) {
        List<String> told = new ArrayList<>();
        openItems.page(null, AsOf.today(today), null, 100).rows().forEach(item -> {
            assertThat(item.daysOverdue(today))
                    .isEqualTo((int) Math.max(0, ChronoUnit.DAYS.between(item.dueOn(), today)));
            told.add(item.number() + " " + item.daysOverdue(today) + " days, band " + item.ageBand(today));
        });
        in(() -> {
            told.addAll(
                    rows("select 'night ' || night_on || ' ' || decided || ' ' || sent || ' ' || held from night_run"));
            told.addAll(rows("""
                    select i.number || ' ' || d.decided_on || ' ' || d.action || ' ' || d.stage || ' ' || d.code || ' '
                      || d.reason || ' ' || d.next_on
                    from decision d join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                    order by i.number, d.id
                    """));
            told.addAll(rows("""
                    select 'mail ' || c.number || ' ' || m.window_on || ' ' || m.state || ' ' || m.template || ' ' || m.model
                    from message m join customer c on c.org_id = m.org_id and c.id = m.customer_id
                    order by c.number
                    """));
            told.addAll(
                    rows("select to_char(max(started_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from night_run"));
        });
        assertThat(told).anyMatch(line -> line.startsWith("night " + today));
        return told;
    }

    private List<String> rows(String question) {
        return db.sql(question).query((row, _) -> row.getString(1)).list();
    }

    private void in(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private static OpenItem item(LocalDate dueOn) {
        var amount = Money.of("10.00", "EUR");
        return new OpenItem(1, 1, "C-1", "I-1", null, dueOn.minusDays(30), dueOn, amount, amount);
    }

    private static Organisation organisation(String zone) {
        return new Organisation(
                1,
                "Test",
                Currency.getInstance("EUR"),
                ZoneId.of(zone),
                Locale.ENGLISH,
                null,
                Organisation.MailMode.SINK,
                null,
                10,
                LocalTime.of(20, 0),
                0,
                1,
                List.of(0, 30, 60, 90),
                null);
    }
}
