package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.relations.Answering.Cut;
import dev.dunwell.relations.Answering.Timed;
import dev.dunwell.web.BadInput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Response times over threads of November 2025 in Vienna, worked out by hand. */
@DunwellTest
class ResponseTimesTest {

    private static final String NORA = "Nora Lindqvist";
    private static final String TOM = "Tom Berger";
    private static final Period NOVEMBER = new Period(day("2025-11-01"), day("2025-11-30"), day("2025-11-30"));

    @Autowired
    Book book;

    @Autowired
    Facts facts;

    @Autowired
    Organisations organisations;

    @Autowired
    ResponseTimes responseTimes;

    @Autowired
    WorkingTimes workingTimes;

    private int here;
    private long acme;

    @BeforeEach
    void a_vendor_in_vienna() {
        here = book.organisation();
        acme = book.customer("ACME").id();
    }

    private Organisation organisation() {
        return book.inside(organisations::current);
    }

    private Answering measured(Period period) {
        return book.inside(() -> responseTimes.of(organisation(), period));
    }

    private static List<Duration> took(Answering answering) {
        return answering.requests().stream().map(Timed::took).toList();
    }

    /** Vienna is one hour ahead of UTC in November. */
    @Test
    void questions_give_these_figures() {
        facts.question(here, acme, null, "2025-11-03T10:00:00+01:00", "2025-11-03T11:00:00+01:00", NORA); // 1 h
        facts.question(here, acme, null, "2025-11-04T16:00:00+01:00", "2025-11-05T10:00:00+01:00", NORA); // 2 h
        facts.question(here, acme, null, "2025-11-07T16:30:00+01:00", "2025-11-10T09:30:00+01:00", TOM); // 1 h
        facts.question(here, acme, null, "2025-11-10T09:00:00+01:00", "2025-11-14T17:00:00+01:00", TOM); // 40 h
        facts.question(here, acme, null, "2025-11-27T15:00:00+01:00", null, null); // 2 h + 8 h by Sunday the 30th

        Answering.Figures all = measured(NOVEMBER).all();

        assertThat(all.answered()).isEqualTo(4);
        assertThat(all.median()).isEqualTo(Duration.ofMinutes(90));
        assertThat(all.mean()).isEqualTo(Duration.ofHours(11));
        assertThat(all.p90()).isEqualTo(Duration.ofHours(40));
        assertThat(all.running()).isEqualTo(1);
        assertThat(all.longest()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void each_person_customer_and_month_has_figures_of_its_own() {
        long other = book.customer("OTHER").id();
        facts.question(here, acme, null, "2025-10-31T10:00:00+01:00", "2025-10-31T11:00:00+01:00", NORA);
        facts.question(here, acme, null, "2025-11-03T10:00:00+01:00", "2025-11-03T12:00:00+01:00", TOM);
        facts.question(here, other, null, "2025-11-03T10:00:00+01:00", "2025-11-03T13:00:00+01:00", TOM);

        Answering all = measured(new Period(day("2025-10-01"), day("2025-11-30"), day("2025-11-30")));

        assertThat(all.by(Cut.PERSON)).extracting(Answering.Part::key).containsExactly(TOM, NORA);
        assertThat(all.by(Cut.PERSON).getFirst().figures().mean()).isEqualTo(Duration.ofMinutes(150));
        assertThat(all.by(Cut.CUSTOMER)).extracting(Answering.Part::key).containsExactly("ACME", "OTHER");
        assertThat(all.by(Cut.MONTH)).extracting(Answering.Part::key).containsExactly("2025-10", "2025-11");
        assertThat(took(all.only(TOM, "OTHER", null, "answered"))).containsExactly(Duration.ofHours(3));
    }

    @Test
    void a_mail_runs_until_a_person_answers_and_machines_start_no_clock() {
        long mail = facts.mail(here, acme, "person", "2025-11-03T09:00:00+01:00");
        facts.mail(here, acme, "machine", "2025-11-03T09:00:00+01:00");
        facts.mail(here, acme, "out_of_office", "2025-11-03T09:00:00+01:00");
        facts.message(here, acme, "reminder", java.time.OffsetDateTime.parse("2025-11-03T09:05:00+01:00"), "Dunwell");

        assertThat(measured(NOVEMBER).all().running()).isEqualTo(1);

        facts.run(here, "update received_mail set assignee = 'Tom Berger' where id = " + mail);
        assertThat(measured(NOVEMBER).by(Cut.PERSON).getFirst().key())
                .as("handed over, and the clock goes on")
                .isEqualTo(TOM);
        facts.answer(here, mail, acme, "2025-11-04T10:00:00+01:00", TOM);

        assertThat(took(measured(NOVEMBER))).containsExactly(Duration.ofHours(9));
        assertThat(measured(NOVEMBER).all().answered()).isEqualTo(1);
    }

    @Test
    void a_mail_that_needed_no_answer_is_counted_apart() {
        long mail = facts.mail(here, acme, "person", "2025-11-03T09:00:00+01:00");
        facts.run(
                here, "update received_mail set settled_on = date '2025-11-05', settled_by = 'Tom' where id = " + mail);

        Answering.Figures all = measured(NOVEMBER).all();
        assertThat(all.asked()).isZero();
        assertThat(all.putAside()).isEqualTo(1);
        assertThat(measured(new Period(day("2025-11-01"), day("2025-11-30"), day("2025-11-04")))
                        .all()
                        .running())
                .as("the day before it was still waiting")
                .isEqualTo(1);
    }

    @Test
    void a_question_written_down_from_a_mail_counts_from_the_mail() {
        long mail = facts.mail(here, acme, "person", "2025-11-03T09:00:00+01:00");
        facts.question(here, acme, null, "2025-11-04T09:00:00+01:00", "2025-11-04T10:00:00+01:00", NORA);
        facts.run(
                here, "update received_mail set settled_on = date '2025-11-04', settled_by = 'Tom' where id = " + mail);

        assertThat(took(measured(NOVEMBER).only(null, null, null, "answered"))).containsExactly(Duration.ofHours(9));
    }

    @Test
    void the_first_word_of_a_person_answers_a_dispute() {
        long invoice = book.invoice("ACME", "INV-1", eur("100.00"), "2025-10-01", "2025-10-31")
                .id();
        facts.dispute(here, invoice, "quantity_short", "2025-11-03T09:00:00+01:00");
        facts.call(here, acme, null, "voicemail", "2025-11-03T10:00:00+01:00", NORA);
        assertThat(measured(NOVEMBER).all().running()).isEqualTo(1);

        facts.call(here, acme, invoice, "reached", "2025-11-04T11:00:00+01:00", TOM);
        facts.run(
                here,
                "update dispute set closed_on = date '2025-11-20', closed_by = 'Nora Lindqvist' where invoice_id = "
                        + invoice);

        assertThat(took(measured(NOVEMBER))).containsExactly(Duration.ofHours(10));
        assertThat(measured(NOVEMBER).by(Cut.PERSON).getFirst().key()).isEqualTo(TOM);
    }

    @Test
    void as_of_a_past_day_what_was_answered_later_still_runs() {
        facts.question(here, acme, null, "2025-11-03T09:00:00+01:00", "2025-11-06T09:00:00+01:00", NORA);

        Answering then = measured(new Period(day("2025-11-01"), day("2025-11-30"), day("2025-11-04")));

        assertThat(then.all().running()).isEqualTo(1);
        assertThat(then.all().longest()).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void other_hours_are_other_figures() {
        facts.question(here, acme, null, "2025-11-03T07:00:00+01:00", "2025-11-03T18:00:00+01:00", NORA);
        assertThat(took(measured(NOVEMBER))).containsExactly(Duration.ofHours(8));

        Tenant.runIn(here, () -> workingTimes.change(nora(), "08:00", "20:00"));

        assertThat(took(measured(NOVEMBER))).containsExactly(Duration.ofHours(10));
        assertThatThrownBy(() -> Tenant.runIn(here, () -> workingTimes.change(nora(), "18:00", "09:00")))
                .isInstanceOf(BadInput.class);
    }

    private Caller nora() {
        return new Caller(organisation(), Book.NORA, Role.CREDIT_MANAGER, null, LocalDate.of(2025, 11, 30));
    }

    /** Yesterday and today may be a holiday, so the threads lie three weeks back. */
    @Test
    void payers_are_told_within_what_nine_of_ten_are_answered() {
        assertThat(book.inside(() -> responseTimes.typical(organisation()))).isEmpty();
        facts.run(here, """
                insert into question (customer_id, body, asked_on, due_on, recorded_at, author, answered_on, answered_at, answer, answered_by)
                select %d, 'Why?', d, d, (d + time '10:00') at time zone 'Europe/Vienna', 'x', d,
                  (d + time '10:00' + n * interval '20 minutes') at time zone 'Europe/Vienna', 'So.', 'x'
                from generate_series(1, 10) n
                cross join (
                  select max(day)::date as d
                  from generate_series(current_date - 30, current_date - 20, interval '1 day') day
                  where extract(isodow from day) = 3) week
                """.formatted(acme));

        ResponseTimes.Typical typical =
                book.inside(() -> responseTimes.typical(organisation())).orElseThrow();

        assertThat(typical).isEqualTo(new ResponseTimes.Typical(3, 1, 10));
    }
}
