package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.family.MergeCustomers;
import dev.dunwell.intake.formats.Samples;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.ledger.ClosePeriod;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.LedgerChecker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@Import({DueJobs.class, FailingListener.class})
class ImportTest {

    private static final String IBM = "ar/ibm/WA_Fn-UseC_-Accounts-Receivable.csv";
    private static final String USD = "{\"currency\": \"=USD\"}";
    private static final String HEAD = "Customer No,Invoice No,Invoice Date,Due Date,Amount,Currency,Settled Date";
    private static final String LIVE = """
            select (select count(*) from invoice where voided_at is null) + (select count(*) from payment where voided_at is null)
                 + (select count(*) from customer where voided_at is null)""";

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc web;

    @Autowired
    DueJobs jobs;

    @Autowired
    FailingListener failing;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Staff staff;

    @BeforeEach
    void organisation() {
        staff = Staff.of(house);
    }

    @Test
    void the_ibm_sample_comes_in_whole_and_a_second_time_changes_nothing() throws Exception {
        long id = bring("invoices", file(IBM), USD);
        assertThat(state(id)).isEqualTo("dry-run");
        assertThat(counts(id))
                .containsExactlyInAnyOrderEntriesOf(Map.of("new", 2466, "changed", 0, "same", 0, "wrong", 0));
        assertThat(number("select count(*) from invoice"))
                .as("a dry run writes nothing")
                .isZero();

        commit(id);
        assertThat(state(id)).isEqualTo("committed");
        assertThat(number("select count(*) from customer")).isEqualTo(100);
        assertThat(number("select count(*) from open_invoice(date '2013-06-30')"))
                .isEqualTo(84);
        assertThat(number("select sum(open_amount) from open_invoice(date '2013-06-30')"))
                .isEqualTo(511_985);
        assertThat(number("select sum(open_amount) from open_invoice(date '2013-06-30') where due_on >= '2013-06-30'"))
                .isEqualTo(428_429);
        assertThat(number("select count(*) from open_invoice(date '2013-06-30') where due_on < '2013-06-30'"))
                .isEqualTo(12);

        List<Long> before = sizes();
        long again = bring("invoices", file(IBM), USD);
        assertThat(counts(again))
                .containsEntry("same", 2466)
                .containsEntry("new", 0)
                .containsEntry("changed", 0);
        commit(again);
        assertThat(state(again)).isEqualTo("committed");
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void a_file_that_names_a_merged_number_lands_at_the_customer_that_stays() throws Exception {
        commit(bring("invoices", bill("C-1,1,2026-01-01,2026-01-31,100.00,EUR,"), "{}"));
        commit(bring("invoices", bill("C-2,2,2026-01-01,2026-01-31,50.00,EUR,"), "{}"));
        merge("C-1", "C-2");
        long again = bring("invoices", bill("C-1,1,2026-01-01,2026-01-31,100.00,EUR,"), "{}");
        assertThat(counts(again)).containsEntry("same", 1).containsEntry("new", 0);
        commit(bring("invoices", bill("C-1,3,2026-02-01,2026-02-28,30.00,EUR,"), "{}"));
        assertThat(number("select count(*) from customer where voided_at is null"))
                .isEqualTo(1);
        assertThat(number("select sum(open_amount) from invoice i join customer c on c.id = i.customer_id"
                        + " where c.number = 'C-2'"))
                .isEqualTo(18_000);
    }

    private static byte[] bill(String row) {
        return (HEAD + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void merge(String from, String into) {
        var customers = house.getBean(Customers.class);
        Tenant.runIn(staff.organisation(), () -> {
            var caller = new Caller(
                    house.getBean(Organisations.class).current(),
                    Actor.person("Nora"),
                    Role.CREDIT_MANAGER,
                    null,
                    LocalDate.of(2026, 11, 23));
            house.getBean(MergeCustomers.class)
                    .merge(
                            caller,
                            customers.byNumber(from).orElseThrow().id(),
                            customers.byNumber(into).orElseThrow().id(),
                            "");
        });
    }

    @Test
    void an_undone_import_leaves_an_empty_book_and_can_come_again() throws Exception {
        long id = bring("invoices", file(IBM), USD);
        commit(id);
        assertThat(number("select count(*) from dispute where closed_on is null"))
                .isPositive();
        act(id, "undo", 202);
        assertThat(state(id)).isEqualTo("undone");
        assertThat(number(LIVE)).isZero();
        assertThat(number("select count(*) from open_invoice(date '2013-06-30')"))
                .isZero();
        assertThat(number("select count(*) from dispute where closed_on is null"))
                .isZero();
        assertThat(broken()).isEmpty();

        long again = bring("invoices", file(IBM), USD);
        assertThat(counts(again)).containsEntry("new", 2466);
        commit(again);
        assertThat(number("select count(*) from open_invoice(date '2013-06-30')"))
                .isEqualTo(84);
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_file_with_the_day_first_says_the_same_invoices() throws Exception {
        commit(bring("invoices", file(IBM), USD));
        long id = bring("invoices", file("ar/ibm-variant-ddmm/data/WA_Fn-UseC_-Accounts-Receivable.csv"), USD);
        assertThat(counts(id)).containsEntry("same", 2466);
    }

    @Test
    void what_the_file_does_not_tell_is_asked() throws Exception {
        byte[] file = text("Customer No,Invoice No,Invoice Date,Due Date,Total", "C1,F-1,03/04/2026,05/06/2026,10.00");
        long id = bring("invoices", file, "{\"amount\": \"Total\"}");
        assertThat(state(id)).isEqualTo("needs-mapping");
        String path = "/api/v1/imports/" + id + "/mapping";
        String answers = """
                {"mapping": {"currency": "=EUR"}, "answers": {"Invoice Date": "day-first", "Due Date": "day-first"}}""";
        body(path, put(path).contentType("application/json").content(answers), 202);
        work();
        assertThat(state(id)).as(look(id)).isEqualTo("dry-run");
        commit(id);
        assertThat(number("select count(*) from invoice where issued_on = '2026-04-03' and amount = 1000"))
                .isOne();
    }

    @Test
    void a_changed_invoice_keeps_what_it_said_and_undo_puts_it_back() throws Exception {
        commit(bring(
                "invoices",
                text(HEAD, "C1,F-1,2026-01-01,2026-01-31,100.00,EUR,", "C1,F-2,2026-01-01,2026-01-31,50,EUR,"),
                "{}"));
        long id = bring(
                "invoices",
                text(
                        HEAD,
                        "C1,F-1,2026-01-01,2026-02-15,120.00,EUR,2026-02-01",
                        "C1,F-2,2026-01-01,2026-01-31,50,EUR,"),
                "{}");
        assertThat(counts(id)).as(look(id)).containsEntry("changed", 1).containsEntry("same", 1);
        commit(id);
        assertThat(number("select open_amount from invoice where number = 'F-1'"))
                .isZero();
        assertThat(number("select amount from invoice_amendment")).isEqualTo(10_000);

        long reopened = bring("invoices", text(HEAD, "C1,F-1,2026-01-01,2026-02-15,120.00,EUR,"), "{}");
        assertThat(counts(reopened)).containsEntry("wrong", 1);
        assertThat(act(reopened, "commit", 422)).contains("wrong-rows");

        act(id, "undo", 202);
        assertThat(number("select open_amount from invoice where number = 'F-1'"))
                .isEqualTo(10_000);
        assertThat(broken()).isEmpty();
    }

    @Test
    void equal_payments_in_one_file_are_two_and_the_file_again_is_none() throws Exception {
        commit(bring("invoices", text(HEAD, "C1,F-1,2026-01-01,2026-01-31,150.00,EUR,"), "{}"));
        byte[] payments = text(
                "Customer No,Invoice No,Amount,Currency,Payment Date,Reference",
                "C1,F-1,100.00,EUR,2026-02-01,",
                "C1,F-1,100.00,EUR,2026-02-01,",
                ",F-9,5.00,EUR,2026-02-01,unknown");
        long id = bring("payments", payments, "{}");
        assertThat(counts(id)).as(look(id)).containsEntry("new", 2).containsEntry("wrong", 1);
        assertThat(look(id)).contains("There is no invoice with this number");
        String path = "/api/v1/imports/" + id + "/commit";
        body(path, post(path).contentType("application/json").content("{\"skipWrong\": true}"), 202);
        work();
        assertThat(number("select sum(unapplied_amount) from payment")).isEqualTo(5_000);
        assertThat(number("select open_amount from invoice")).isZero();
        assertThat(broken()).isEmpty();
        assertThat(counts(bring("payments", payments, "{}")))
                .containsEntry("same", 2)
                .containsEntry("new", 0);
        assertThat(body("/api/v1/imports/" + id + "/rejected", get("/api/v1/imports/" + id + "/rejected"), 200))
                .contains("unknown", "F-9");
    }

    @Test
    void what_a_file_settles_takes_effect_once_both_ends_exist() throws Exception {
        commit(bring(
                "invoices",
                text(
                        HEAD,
                        "C1,F-1,2026-02-10,2026-03-10,100.00,EUR,",
                        "C1,F-2,2026-02-10,2026-03-10,40.00,EUR,2026-02-01",
                        "C1,F-3,2026-02-10,2026-03-10,30.00,EUR,2026-02-20"),
                "{}"));
        commit(bring(
                "payments",
                text("Customer No,Invoice No,Amount,Currency,Payment Date", "C1,F-1,100.00,EUR,2026-02-03"),
                "{}"));
        assertThat(number("select count(*) from allocation")).isEqualTo(3);
        assertThat(number("""
                select count(*) from allocation a join invoice i on i.id = a.invoice_id join payment p on p.id = a.payment_id
                where a.effective_on <> greatest(i.issued_on, p.received_on)""")).isZero();
        assertThat(broken()).isEmpty();

        long later = bring("invoices", text(HEAD, "C1,F-1,2026-02-11,2026-03-10,100.00,EUR,"), "{}");
        assertThat(counts(later)).containsEntry("wrong", 1);
        assertThat(look(later)).contains("Part of it was settled before this day");
        assertThat(counts(bring("invoices", text(HEAD, "C1,F-1,2026-02-09,2026-03-10,100.00,EUR,"), "{}")))
                .containsEntry("changed", 1);
    }

    @Test
    void customers_and_contacts_come_in_with_their_parents() throws Exception {
        byte[] customers = text("Number,Name,Parent Number,Tags", "2,Acme West,1,", "1,Acme,,vip;north");
        commit(bring(
                "customers",
                customers,
                "{\"number\":\"Number\",\"name\":\"Name\",\"parent_number\":\"Parent Number\",\"tags\":\"Tags\"}"));
        assertThat(number("select count(*) from customer c join customer p on p.id = c.parent_id where p.number = '1'"))
                .isOne();
        byte[] contacts = text("Customer Number,Name,E-Mail", "1,Ana Ruiz,ana@example.com", "7,Bo Li,bo@example.com");
        String mapping = "{\"customer_number\":\"Customer Number\",\"name\":\"Name\",\"email\":\"E-Mail\"}";
        long id = bring("contacts", contacts, mapping);
        assertThat(counts(id)).as(look(id)).containsEntry("new", 2);
        commit(id);
        assertThat(number("select count(*) from customer")).isEqualTo(3);
        assertThat(counts(bring("contacts", contacts, mapping))).containsEntry("same", 2);
    }

    @Test
    void a_failure_in_the_middle_leaves_nothing() throws Exception {
        long id = bring("invoices", file(IBM), USD);
        failing.fails = true;
        commit(id);
        failing.fails = false;
        assertThat(state(id)).isEqualTo("failed");
        assertThat(number("select count(*) from invoice")).isZero();
        assertThat(number("select count(*) from customer")).isZero();
    }

    @Test
    void two_commits_of_one_batch_have_one_effect() throws Exception {
        long id = bring("invoices", file(IBM), USD);
        act(id, "commit", 202);
        act(id, "commit", 202);
        Runnable write = () -> Tenant.runIn(
                staff.organisation(),
                () -> house.getBean(WriteFile.class)
                        .work(house.getBean(Organisations.class).current(), id + " twice"));
        Thread first = Thread.startVirtualThread(write);
        Thread second = Thread.startVirtualThread(write);
        first.join();
        second.join();
        work();
        assertThat(state(id)).isEqualTo("committed");
        assertThat(number("select count(*) from invoice")).isEqualTo(2466);
        assertThat(number("select count(*) from audit_entry where act = 'import.committed'"))
                .isOne();
    }

    @Test
    void a_closed_period_takes_no_row_and_gives_none_back() throws Exception {
        long march = bring("invoices", text(HEAD, "C1,F-1,2026-03-03,2026-04-03,10.00,EUR,"), "{}");
        commit(march);
        Tenant.runIn(
                staff.organisation(),
                () -> house.getBean(ClosePeriod.class)
                        .close(Actor.person("Nora"), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 1)));
        long id = bring(
                "invoices",
                text(
                        HEAD,
                        "C1,F-1,2026-03-03,2026-04-03,11.00,EUR,",
                        "C1,F-2,2026-03-31,2026-04-30,10.00,EUR,",
                        "C1,F-3,2026-04-01,2026-04-30,10.00,EUR,2026-04-02"),
                "{}");
        assertThat(counts(id)).as(look(id)).containsEntry("wrong", 2).containsEntry("new", 1);
        assertThat(look(id)).contains("The book is closed until 2026-03-31. Date it later, or reopen");
        long due = bring("invoices", text(HEAD, "C1,F-1,2026-03-03,2026-05-03,10.00,EUR,"), "{}");
        assertThat(counts(due)).as("another due day moves no amount").containsEntry("changed", 1);
        String money = "Customer No,Amount,Currency,Date\nC1,3.00,EUR,2026-03-31\n";
        long paid = bring("payments", money.getBytes(StandardCharsets.UTF_8), "{\"received_on\": \"Date\"}");
        assertThat(counts(paid)).as(look(paid)).containsEntry("wrong", 1);
        assertThat(act(march, "undo", 409)).contains("the book is closed until 2026-03-31");
    }

    private List<LedgerChecker.Broken> broken() {
        return Tenant.in(
                staff.organisation(), () -> house.getBean(LedgerChecker.class).check(LocalDate.of(2026, 6, 30)));
    }

    private static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> sizes() {
        return List.of(
                number("select count(*) from invoice"),
                number("select count(*) from invoice_amendment"),
                number("select count(*) from payment"),
                number("select count(*) from allocation"),
                number("select count(*) from customer"));
    }

    private static byte[] file(String sample) throws Exception {
        Path path = Samples.file(sample);
        return Files.readAllBytes(path);
    }

    long bring(String kind, byte[] bytes, String mapping) throws Exception {
        String answer = body(
                "/api/v1/imports",
                multipart("/api/v1/imports")
                        .file(new MockMultipartFile("file", kind + ".csv", "text/csv", bytes))
                        .file(new MockMultipartFile(
                                "mapping", "", "application/json", mapping.getBytes(StandardCharsets.UTF_8)))
                        .param("kind", kind),
                202);
        work();
        return ((Number) JsonPath.read(answer, "$.id")).longValue();
    }

    private void commit(long id) throws Exception {
        act(id, "commit", 202);
        work();
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }

    private String state(long id) throws Exception {
        return JsonPath.read(look(id), "$.state");
    }

    private Map<String, Integer> counts(long id) throws Exception {
        return JsonPath.read(look(id), "$.counts");
    }

    private String look(long id) throws Exception {
        String path = "/api/v1/imports/" + id;
        return body(path, get(path), 200);
    }

    private String act(long id, String what, int status) throws Exception {
        String path = "/api/v1/imports/" + id + "/" + what;
        return body(path, post(path), status);
    }

    private String body(String path, AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        var answer = web.perform(request.servletPath(path).header("Authorization", "Bearer " + staff.key(Role.CLERK)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    private long number(String sql) {
        return Tenant.in(staff.organisation(), () -> {
            Long found = new TransactionTemplate(transactions)
                    .execute(_ -> db.sql(sql).query(Long.class).single());
            return found == null ? 0 : found;
        });
    }
}
