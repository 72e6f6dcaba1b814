package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The measures over HTTP, and the one page whose readers are not signed in. */
@ServerTest
class RelationsPagesTest {

    private static final Pattern LINK = Pattern.compile("/survey/[0-9A-Za-z]{43}");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    @Autowired
    RecordContact recordContact;

    @Autowired
    Organisations organisations;

    @Autowired
    InviteToSurveys invite;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Staff staff;
    private Visitor nora;
    private LocalDate today;
    private long customer;
    private long invoice;

    @BeforeEach
    void acme_has_paid() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        today = Tenant.in(staff.organisation(), () -> organisations.current().today(clock));
        Tenant.runIn(staff.organisation(), () -> {
            customer = doors.recordCustomer()
                    .record(NORA, "ACME", "Acme & Söhne <GmbH>", Customer.Profile.UNKNOWN)
                    .id();
            var ana = new Contact.Details(
                    "Ana Ruiz",
                    "ana.%d@example.com".formatted(staff.organisation()),
                    null,
                    Contact.Role.AP_CLERK,
                    Locale.FRENCH);
            recordContact.record(NORA, customer, ana);
            invoice = doors.recordInvoice()
                    .record(
                            NORA,
                            new RecordInvoice.Wanted(
                                    customer,
                                    "INV-1",
                                    today.minusDays(20),
                                    today.plusDays(10),
                                    eur("100.00"),
                                    null,
                                    List.of()))
                    .id();
            doors.recordPayment()
                    .record(
                            NORA,
                            new RecordPayment.Wanted(
                                    customer, today, eur("100.00"), null, null, RecordPayment.Use.OLDEST_FIRST));
        });
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void every_measure_has_a_page_a_file_and_an_answer_for_programs() {
        facts.dispute(staff.organisation(), invoice, "pricing", today + "T09:00:00+01:00");
        assertThat(page("/relations")).contains("Is it good to be our customer?", "0 of 1 invoice was right");
        assertThat(page("/relations/response")).contains("Dispute", "running");
        assertThat(page("/relations/accuracy")).contains("Price", "INV-1").doesNotContain("<GmbH>");
        assertThat(page("/relations/satisfaction")).contains("Nobody was asked in this period");
        assertThat(page("/relations/funnel")).contains("Promised or disputed");
        assertThat(page("/customers/" + customer)).contains("Invoices right the first time");
        assertThat(page("/today")).contains("Today");
        assertThat(page("/relations/response.csv")).contains("\"dispute\"");
        assertThat(page("/relations/accuracy.csv?part=cause&name=pricing")).contains("\"pricing\"");
        assertThat(page("/relations/funnel.csv?state=paid")).contains("\"INV-1\"");
        assertThat(page("/relations/satisfaction.csv")).contains("\"score\"");
        Visitor program = Visitor.withKey(port, staff.key(Role.READ_ONLY));
        assertThat(program.get("/api/v1/response-times").body()).contains("\"running\":1");
        assertThat(program.get("/api/v1/invoice-accuracy").body()).contains("\"wrong\":1");
        assertThat(program.get("/api/v1/satisfaction").body()).contains("\"asked\":0");
        assertThat(program.get("/api/v1/funnel").body()).contains("\"place\":\"paid\",\"reached\":1");
    }

    @Test
    void a_wrong_period_is_refused_with_what_to_do() {
        HttpResponse<String> answer = nora.get("/relations/response?from=2026-03-01&to=2026-01-01");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("give an earlier first day");
    }

    @Test
    void a_payer_answers_without_signing_in_and_a_machine_that_looks_answers_nothing() {
        nora.submit("/relations/satisfaction", "/relations/satisfaction/switch", Map.of("on", "true"));
        Tenant.runIn(staff.organisation(), () -> invite.run(organisations.current(), today));
        String link = link();
        var payer = new Visitor(port);

        HttpResponse<String> question = payer.get(link);
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body()).contains("lang=\"fr\"", "La facture INV-1 est réglée", staff.organisationName());
        assertThat(answers()).as("looking is no answer").isZero();
        assertThat(payer.submit(link, link, Map.of("comment", "x")).statusCode())
                .as("without a score")
                .isEqualTo(422);

        assertThat(payer.submit(link, link, Map.of("score", "5", "comment", "Très <b>bien</b>"))
                        .statusCode())
                .isIn(302, 303);
        assertThat(payer.get(link + "?thanks").body()).contains("Merci");
        payer.submit(link, link, Map.of("score", "5", "comment", "Très <b>bien</b>"));
        assertThat(answers()).isOne();
        assertThat(page("/relations/satisfaction")).contains("Très &lt;b&gt;bien");
    }

    @Test
    void one_click_says_how_a_call_went() {
        String customerPage = "/customers/" + customer;
        HttpResponse<String> logged = nora.submit(
                customerPage,
                customerPage + "/contacts-log",
                Map.of("kind", "call", "outcome", "no_answer", "currency", "EUR", "mood", "tense"));
        assertThat(logged.statusCode()).as(logged.body()).isEqualTo(303);
        assertThat(page(customerPage + "/timeline")).contains("Tense");
        assertThat(page(customerPage + "/log?kind=call")).contains("How was it?");

        String click =
                page(customerPage + "/timeline").replaceAll("(?s).*action=\"(/interactions/\\d+/sentiment)\".*", "$1");
        HttpResponse<String> noted =
                nora.submit(customerPage, click, Map.of("mood", "hostile", "customer", Long.toString(customer)));

        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(page(customerPage + "/relation")).contains("Hostile").doesNotContain("Tense");
    }

    @Test
    void an_unknown_link_opens_nothing() {
        var payer = new Visitor(port);
        HttpResponse<String> answer = payer.get("/survey/" + "a".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("opens nothing").doesNotContain("Organisation");
    }

    private String link() {
        Matcher link = LINK.matcher(Objects.requireNonNull(Tenant.in(
                staff.organisation(),
                () -> transaction.execute(_ -> db.sql("select body_text from message where kind = 'survey'")
                        .query(String.class)
                        .single()))));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private int answers() {
        return Objects.requireNonNull(Tenant.in(
                staff.organisation(),
                () -> transaction.execute(_ -> db.sql("select count(*) from survey_answer")
                        .query(Integer.class)
                        .single())));
    }
}
