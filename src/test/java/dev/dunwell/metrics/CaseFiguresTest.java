package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of single cases, each over a handful of facts that are counted by hand. */
@DunwellTest
class CaseFiguresTest {

    private static final LocalDate JUNE = day("2026-06-30");

    @Autowired
    Book book;

    @Autowired
    Measure measure;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Cases cases;

    @BeforeEach
    void nothing_has_happened() {
        cases = new Cases(book, db, transaction);
    }

    private String figure(String code, AsOf asOf, @Nullable Integer stage) {
        List<Measure.Line> lines =
                book.inside(() -> measure.of(Catalogue.of(code), new Measure.Asked(Scope.ALL, asOf, 0, stage)));
        return lines.stream()
                .map(line -> line.latest().value().number())
                .map(number -> number == null ? "not defined" : number.toPlainString())
                .collect(Collectors.joining(", "));
    }

    private String june(String code) {
        return figure(code, AsOf.today(JUNE), null);
    }

    private String juneAsKnown(String code, String moment) {
        return figure(code, new AsOf(JUNE, Instant.parse(moment)), null);
    }

    @Test
    void promises_kept_are_counted_and_weighed_of_those_settled_in_the_month() {
        cases.promise(100, 100, "kept", "2026-06-05");
        cases.promise(200, 50, "partly_kept", "2026-06-10");
        cases.promise(100, 0, "broken", "2026-06-30");
        cases.promise(500, 0, "superseded", "2026-06-11"); // another took its place
        cases.promise(500, 0, "withdrawn", "2026-06-12");
        cases.promise(60, 60, "kept", "2026-05-31"); // in May
        assertThat(june("promise-kept-count")).isEqualTo("33.3"); // 1 of 3
        assertThat(june("promise-kept-amount")).isEqualTo("37.5"); // (100 + 50 + 0) / (100 + 200 + 100)
    }

    @Test
    void more_than_was_promised_keeps_no_other_promise() {
        cases.promise(100, 300, "kept", "2026-06-05");
        cases.promise(100, 0, "broken", "2026-06-10");
        assertThat(june("promise-kept-amount")).isEqualTo("50.0"); // (100 + 0) / 200
    }

    @Test
    void a_dispute_takes_the_days_from_its_opening_to_its_end() {
        cases.dispute(
                cases.invoice("ACME", "D-1", "100.00", "2026-05-01"),
                "2026-06-01",
                "2026-06-11",
                "2026-06-11"); // 10 days
        cases.dispute(
                cases.invoice("ACME", "D-2", "100.00", "2026-05-01"),
                "2026-05-20",
                "2026-06-04",
                "2026-06-04"); // 15 days
        cases.dispute(
                cases.invoice("ACME", "D-3", "100.00", "2026-05-01"),
                "2026-05-20",
                "2026-07-01",
                "2026-07-01"); // in July
        cases.dispute(cases.invoice("ACME", "D-4", "100.00", "2026-05-01"), "2026-05-02", null, "2026-05-02"); // runs
        assertThat(june("dispute-days")).isEqualTo("12.5"); // (10 + 15) / 2
    }

    @Test
    void a_step_is_worth_what_came_within_fourteen_days_of_what_was_open() {
        Invoice first = cases.invoice("ACME", "S-1", "100.00", "2026-04-20");
        cases.step(first, 1, "2026-06-01", 100);
        cases.paid(first, "60.00", "2026-06-15"); // the fourteenth day
        cases.paid(first, "40.00", "2026-06-16"); // the fifteenth
        cases.step(first, 2, "2026-06-10", 100); // both came within its time
        Invoice second = cases.invoice("ACME", "S-2", "300.00", "2026-04-20");
        cases.step(second, 1, "2026-06-02", 300);
        cases.step(second, 3, "2026-06-20", 300); // its fourteen days are not over in June
        assertThat(figure("paid-after-step", AsOf.today(JUNE), 1)).isEqualTo("15.0"); // (60 + 0) / (100 + 300)
        assertThat(figure("paid-after-step", AsOf.today(JUNE), 2)).isEqualTo("100.0"); // (60 + 40) / 100
        assertThat(june("paid-after-step")).isEqualTo("32.0"); // (60 + 100 + 0) / (100 + 100 + 300)
    }

    @Test
    void calls_that_reached_somebody_and_every_conversation() {
        cases.talk("call", "out", "reached");
        cases.talk("call", "out", "promised");
        cases.talk("call", "out", "no_answer");
        cases.talk("call", "out", "voicemail");
        cases.talk("call", "in", "reached"); // they called us
        cases.talk("meeting", "none", null);
        cases.talk("mail", "out", null);
        cases.talk("note", "none", null); // nobody was talked to
        assertThat(june("right-party")).isEqualTo("50.0"); // 2 of 4
        assertThat(june("contacts-made")).isEqualTo("7");
    }

    @Test
    void who_did_something_of_those_who_may() {
        for (String name : List.of("Ann", "Ben", "Cleo", "Dora")) {
            cases.colleague(name, false);
        }
        cases.colleague("Emil", true); // he may no longer
        Tenant.runIn(
                book.organisation(),
                () -> transaction.executeWithoutResult(_ -> {
                    audit.write(Actor.person(cases.here("Ann")), "looked", "customer", null, Map.of());
                    audit.write(Actor.person(cases.here("Ann")), "looked", "customer", null, Map.of());
                    audit.write(Actor.automation(cases.here("Ben")), "looked", "customer", null, Map.of());
                }));
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        assertThat(figure("adoption", AsOf.today(tomorrow), null)).isEqualTo("25.0"); // 1 of 4
    }

    @Test
    void customers_who_stay_and_late_payers_who_buy_again() {
        Invoice late = cases.invoice("ACME", "R-1", "100.00", "2025-01-10"); // due 9 February
        cases.invoice("ACME", "R-2", "100.00", "2025-09-10");
        cases.paid(cases.invoice("ACME", "R-3", "100.00", "2025-03-01"), "100.00", "2025-03-20"); // in time
        cases.invoice("BOREALIS", "R-4", "100.00", "2025-02-10"); // due 12 March, never paid, and never billed again
        cases.invoice("CORVUS", "R-5", "100.00", "2026-02-10"); // new
        cases.paid(
                cases.invoice("DORADO", "R-6", "100.00", "2024-06-30"),
                "100.00",
                "2024-07-30"); // before those twelve months
        cases.paid(late, "100.00", "2025-03-12"); // 31 days past due
        assertThat(june("retention")).isEqualTo("50.0"); // ACME of ACME and BOREALIS
        assertThat(june("billed-after-late")).isEqualTo("50.0");
    }

    @Test
    void contacts_are_good_when_they_can_be_used() {
        cases.contact("Good", "good@acme.example", "2026-01-10", null);
        cases.contact("Bounces", "bounces@acme.example", "2026-01-10", "2026-06-30");
        cases.contact("Bounces later", "later@acme.example", "2026-01-10", "2026-07-01");
        cases.contact("No address", null, "2026-01-10", null);
        cases.contact("Seen long ago", "old@acme.example", "2025-06-29", null); // 366 days
        assertThat(june("contact-quality")).isEqualTo("40.0"); // 2 of 5
        assertThat(june("contacts")).isEqualTo("5");
    }

    @Test
    void as_known_at_a_moment_what_was_recorded_later_had_not_happened() {
        cases.promise(100, 100, "kept", "2026-06-10");
        cases.promise(100, 0, "broken", "2026-06-10", "2026-07-02"); // nobody knew before July
        Invoice invoice = cases.invoice("ACME", "K-1", "100.00", "2026-05-01");
        cases.dispute(invoice, "2026-06-01", "2026-06-11", "2026-06-11");
        cases.dispute(invoice, "2026-06-12", "2026-06-14", "2026-07-02");
        cases.talk("call", "out", "reached"); // recorded while this test runs
        assertThat(juneAsKnown("promise-kept-count", "2026-07-01T00:00:00Z")).isEqualTo("100.0");
        assertThat(juneAsKnown("promise-kept-amount", "2026-07-01T00:00:00Z")).isEqualTo("100.0");
        assertThat(juneAsKnown("dispute-days", "2026-07-01T00:00:00Z")).isEqualTo("10.0");
        assertThat(juneAsKnown("contacts-made", "2026-07-01T00:00:00Z")).isEmpty();
        assertThat(juneAsKnown("promise-kept-count", "2026-07-03T00:00:00Z")).isEqualTo("50.0");
        assertThat(june("dispute-days")).isEqualTo("6.0"); // (10 + 2) / 2
        assertThat(june("contacts-made")).isEqualTo("1");
        assertThatThrownBy(() -> juneAsKnown("contacts", "2026-07-01T00:00:00Z"))
                .hasMessageContaining("as it is known now");
    }

    @Test
    void in_a_month_without_a_case_there_is_no_figure() {
        cases.promise(100, 100, "kept", "2026-05-31");
        assertThat(june("promise-kept-count")).isEmpty();
        assertThat(new BigDecimal(figure("promise-kept-count", AsOf.today(day("2026-05-31")), null)))
                .isEqualByComparingTo("100");
    }
}
