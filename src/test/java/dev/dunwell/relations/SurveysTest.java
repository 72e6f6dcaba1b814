package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.ledger.RecordPayment.Use;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is asked how it was after paying, what they answer, and what comes of it. */
@DunwellTest
class SurveysTest {

    private static final Pattern LINK = Pattern.compile("/survey/([0-9A-Za-z]{43})");

    @Autowired
    Book book;

    @Autowired
    Book another;

    @Autowired
    Facts facts;

    @Autowired
    Organisations organisations;

    @Autowired
    RecordContact recordContact;

    @Autowired
    SurveySettings settings;

    @Autowired
    InviteToSurveys invite;

    @Autowired
    SurveyStops stops;

    @Autowired
    Surveys surveys;

    @Autowired
    AnswerSurvey answerSurvey;

    @Autowired
    Satisfaction satisfaction;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private LocalDate today;
    private String address;

    @BeforeEach
    void somebody_pays_what_acme_owes() {
        today = organisation(book).today(clock);
        address = "ana%d@example.com".formatted(book.organisation());
        openFor(book);
        paid(book, "INV-1", 40);
    }

    private Organisation organisation(Book of) {
        return of.inside(organisations::current);
    }

    private Caller nora(Book of) {
        return new Caller(organisation(of), NORA, Role.CREDIT_MANAGER, null, today);
    }

    private void openFor(Book of) {
        Tenant.runIn(of.organisation(), () -> settings.switchTo(nora(of), true));
        long customer = of.customer("ACME").id();
        var ana = new Contact.Details("Ana Ruiz", address, null, Contact.Role.AP_CLERK, Locale.GERMAN);
        of.inside(() -> recordContact.record(NORA, customer, ana));
    }

    private Invoice paid(Book of, String number, int issuedDaysAgo) {
        Invoice invoice = of.invoice(
                "ACME",
                number,
                eur("100.00"),
                today.minusDays(issuedDaysAgo).toString(),
                today.plusDays(30).toString());
        of.payment("ACME", eur("100.00"), today.toString(), Use.OLDEST_FIRST);
        return invoice;
    }

    private int invited(Book of) {
        return of.inside(() -> invite.run(organisation(of), today));
    }

    private record Mail(long id, String language, String toAddress, String text) {}

    private Mail mail(Book of) {
        return Objects.requireNonNull(of.inside(() -> transaction.execute(_ -> db.sql(
                        "select id, body_text, language, to_address from message where kind = 'survey' order by id desc limit 1")
                .query((row, _) -> new Mail(
                        row.getLong("id"),
                        row.getString("language"),
                        row.getString("to_address"),
                        row.getString("body_text")))
                .single())));
    }

    private String link() {
        Matcher link = LINK.matcher(mail(book).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void answer(int score, String comment) {
        long survey = surveys.open(link()).orElseThrow().id();
        Tenant.runIn(book.organisation(), () -> answerSurvey.answer(survey, score, comment));
    }

    private List<Case> questions() {
        var open = CaseFilter.open(Case.Kind.QUESTION);
        return book.inside(() -> cases.list(open, today, 10));
    }

    private Opinions.Figures figures() {
        return book.inside(() -> satisfaction.of(Period.upTo(today))).all();
    }

    @Test
    void whoever_settles_is_asked_once_in_their_language() {
        assertThat(invited(book)).isOne();

        assertThat(mail(book).language()).isEqualTo("de");
        assertThat(mail(book).toAddress()).isEqualTo(address);
        assertThat(mail(book).text()).contains("INV-1").contains("Vielen Dank");
        assertThat(invited(book)).as("the night runs twice").isZero();
        paid(book, "INV-2", 10);
        assertThat(invited(book)).as("the next invoice").isZero();
    }

    @Test
    void nobody_is_asked_before_it_is_switched_on() {
        Tenant.runIn(book.organisation(), () -> settings.switchTo(nora(book), false));
        assertThat(invited(book)).isZero();
    }

    @Test
    void nobody_is_asked_while_something_is_overdue() {
        book.invoice("ACME", "LATE", eur("5.00"), "2026-01-01", "2026-02-01");
        assertThat(invited(book)).isZero();
    }

    @Test
    void nobody_is_asked_while_something_is_disputed_or_asked() {
        long open = book.invoice(
                        "ACME",
                        "OPEN",
                        eur("5.00"),
                        today.toString(),
                        today.plusDays(30).toString())
                .id();
        facts.dispute(book.organisation(), open, "pricing", today + "T09:00:00+01:00");
        assertThat(invited(book)).isZero();

        facts.run(book.organisation(), "update dispute set closed_on = opened_on, closed_by = 'Nora'");
        facts.mail(book.organisation(), book.customer("ACME").id(), "person", today + "T09:00:00+01:00");
        assertThat(invited(book)).as("a mail lies unread").isZero();
    }

    @Test
    void what_becomes_overdue_before_the_mail_leaves_keeps_it_in_the_house() {
        invited(book);
        long message = mail(book).id();
        assertThat(stopped(message)).isEmpty();

        book.invoice("ACME", "LATE", eur("5.00"), "2026-01-01", "2026-02-01");

        assertThat(stopped(message)).containsKey(message);
    }

    private Map<Long, String> stopped(long message) {
        return Objects.requireNonNull(book.inside(() -> transaction.execute(_ -> stops.stop(List.of(message)))));
    }

    @Test
    void another_vendor_does_not_ask_the_same_person_and_does_not_learn_why() {
        openFor(another);
        paid(another, "A-1", 40);
        assertThat(invited(book)).isOne();

        assertThat(invited(another)).isZero();
        assertThatThrownBy(() ->
                        another.inside(() -> transaction.execute(_ -> db.sql("select count(*) from survey_peace")
                                .query(Integer.class)
                                .single())))
                .as("nobody can read who was asked")
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_link_opens_one_survey_and_looking_changes_nothing() {
        invited(book);
        Survey survey = surveys.open(link()).orElseThrow();

        assertThat(survey.organisation()).isEqualTo(book.organisation());
        assertThat(survey.invoice()).isEqualTo("INV-1");
        assertThat(survey.answer()).isNull();
        assertThat(surveys.open("0".repeat(43))).isEmpty();
        assertThat(surveys.open("../etc")).isEmpty();
        assertThat(figures().asked()).as("it has not left yet").isZero();
    }

    @Test
    void the_last_answer_counts_and_the_same_again_is_none() {
        invited(book);
        answer(4, "");
        answer(4, "");
        assertThat(rows()).isOne();
        answer(5, "Quick");

        assertThat(rows()).isEqualTo(2);
        assertThat(figures()).isEqualTo(new Opinions.Figures(1, 1, 1, 5));
        assertThat(figures().csat()).isEqualTo(new BigDecimal("100.0"));
        assertThatThrownBy(() -> answer(6, "")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> answer(0, "")).isInstanceOf(BadInput.class);
    }

    private int rows() {
        return Objects.requireNonNull(
                book.inside(() -> transaction.execute(_ -> db.sql("select count(*) from survey_answer")
                        .query(Integer.class)
                        .single())));
    }

    @Test
    void a_low_score_waits_for_a_person_the_same_day_once() {
        invited(book);
        answer(2, "The invoice was wrong twice.");
        answer(1, "Still.");

        assertThat(questions()).hasSize(1);
        Case question = questions().getFirst();
        assertThat(question.text()).contains("Scored 2 of 5").contains("wrong twice");
        assertThat(question.dueOn()).isEqualTo(today);
        assertThat(question.askedBy()).isEqualTo("Ana Ruiz");
        assertThat(invited(book)).isZero();
    }

    @Test
    void an_answer_may_be_changed_for_a_week_and_given_for_a_month() {
        LocalDate asked = LocalDate.of(2026, 3, 1);
        var silent = survey(asked, null);
        assertThat(silent.isOpen(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(silent.isOpen(LocalDate.of(2026, 4, 1))).isFalse();
        var answered = survey(asked, new Survey.Answer(3, "", LocalDate.of(2026, 3, 2)));
        assertThat(answered.isOpen(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(answered.isOpen(LocalDate.of(2026, 3, 10))).isFalse();
    }

    private static Survey survey(LocalDate asked, Survey.@Nullable Answer answer) {
        return new Survey(
                1, 1, "Vendor", "en", 1, "Ana", "INV-1", asked, asked.plusDays(InviteToSurveys.OPEN_DAYS), answer);
    }

    @Test
    void satisfaction_is_the_share_of_fours_and_fives_with_who_was_asked() {
        List<Opinions.Opinion> opinions = List.of(
                opinion("A", "Nora", List.of("key", "north"), 5),
                opinion("A", "Nora", List.of("key"), 4),
                opinion("B", "", List.of(), 2),
                opinion("B", "Tom", List.of(), null),
                opinion("C", "Tom", List.of("north"), 3));
        var all = new Opinions(Period.upTo(today), opinions);

        assertThat(all.all()).isEqualTo(new Opinions.Figures(5, 4, 2, 14));
        assertThat(all.all().csat()).isEqualTo(new BigDecimal("50.0"));
        assertThat(all.all().responseRate()).isEqualTo(new BigDecimal("80.0"));
        assertThat(all.all().mean()).isEqualTo(new BigDecimal("3.50"));
        assertThat(all.by(Opinions.Cut.SEGMENT))
                .extracting(Opinions.Part::key, part -> part.figures().answered())
                .contains(org.assertj.core.groups.Tuple.tuple("north", 2), org.assertj.core.groups.Tuple.tuple("", 1));
        assertThat(all.only(Opinions.Cut.COLLECTOR, "Tom", "answered").opinions())
                .hasSize(1);
        assertThat(all.only(null, null, "low").opinions()).hasSize(1);
    }

    private Opinions.Opinion opinion(
            String customer, String collector, List<String> segments, @Nullable Integer score) {
        return new Opinions.Opinion(
                today,
                "Ana",
                collector,
                segments,
                1,
                customer,
                customer,
                1,
                "INV-1",
                score,
                "",
                score == null ? null : today);
    }
}
