package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

/** Two months of nights over a real book, each beside what the book's own lines say of that day. */
@Tag("slow")
@DunwellTest
@Import(DueJobs.class)
class BookNightsTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 6, 30);

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc web;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    NightChecks checks;

    @Autowired
    Soundness soundness;

    @Autowired
    Organisations organisations;

    private IbmBook book;
    private Staff staff;

    @BeforeEach
    void the_book_is_in() throws Exception {
        book = new IbmBook();
        staff = Staff.of(house);
        bring("invoices", book.bytes(), "{\"currency\": \"=USD\"}");
        bring("contacts", book.contacts(), "{}");
        send(put("/api/v1/organisation/mail"), "{\"mode\": \"sink\"}");
    }

    @Test
    void each_night_knows_its_day_and_no_later_one() throws Exception {
        int written = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            send(put("/api/v1/organisation/clock"), "{\"today\": \"" + day + "\"}");
            String night = night(day);
            everyOpenItemIsDecided(day);
            nobodyHearsWithoutReason(day);
            assertThat(JsonPath.<Integer>read(night, "$.decided"))
                    .isEqualTo(book.openOn(day).size());
            assertThat(JsonPath.<Integer>read(night, "$.sent"))
                    .isEqualTo(mailsOf(day).size());
            written += mailsOf(day).size();

            Map<String, String> before = asked(checks::checksums);
            int inMailbox = mailbox();
            assertThat(night(day)).as("the night of %s again", day).isEqualTo(night);
            assertThat(asked(checks::checksums))
                    .as("the night of %s again", day)
                    .isEqualTo(before);
            assertThat(mailbox()).isEqualTo(inMailbox).isEqualTo(written);
        }
        assertThat(written).as("two months were not silent").isGreaterThan(100);
    }

    private record Decided(String number, String action, String code, int stage, String reason, LocalDate nextOn) {}

    private void everyOpenItemIsDecided(LocalDate day) {
        List<Decided> decided = asked(() -> db.sql("""
                        select i.number, d.action, d.code, d.stage, d.reason, d.next_on
                        from decision d
                        join invoice i on i.id = d.invoice_id
                        where d.superseded_on is null
                        order by i.number collate "C"
                        """).query(Decided.class).list());
        assertThat(decided.stream().map(Decided::number))
                .as("what is open on %s is decided, each once, and nothing else", day)
                .containsExactlyElementsOf(book.openOn(day));
        assertThat(decided).allSatisfy(item -> {
            assertThat(item.stage).isBetween(1, 6);
            assertThat(item.reason).isNotBlank();
            assertThat(item.nextOn).as(item.toString()).isAfter(day);
            if (book.line(item.number).isDisputed()) {
                assertThat(item.code).as(item.toString()).isEqualTo("DISPUTED");
            } else if (item.action.equals("hold")) {
                assertThat(item.code).as(item.toString()).isIn("COOL_DOWN", "APPROVAL_PENDING", "QUIET_DAY");
            }
        });
        soundness.check(Tenant.in(staff.organisation(), organisations::current), day);
        Tenant.runIn(staff.organisation(), () -> checks.check(day));
    }

    private void nobodyHearsWithoutReason(LocalDate day) {
        List<Mails.Mail> mails = mailsOf(day);
        assertThat(mails.stream().map(Mails.Mail::customerId))
                .as("nobody hears twice on %s", day)
                .doesNotHaveDuplicates();
        assertThat(mails).allSatisfy(mail -> assertThat(mail.state()).isEqualTo("sent"));
        assertThat(mails.stream().flatMap(mail -> mail.items().stream()).map(book::line))
                .allSatisfy(line -> {
                    assertThat(line.isOpenOn(day)).as("%s on %s", line, day).isTrue();
                    assertThat(line.isDisputed()).as(line.toString()).isFalse();
                });
    }

    private List<Mails.Mail> mailsOf(LocalDate day) {
        return asked(() -> house.getBean(Mails.class).on(day));
    }

    private int mailbox() {
        return asked(() -> house.getBean(Mails.class).inMailbox());
    }

    private String night(LocalDate day) throws Exception {
        return send(post("/api/v1/nights"), "{\"date\": \"" + day + "\"}");
    }

    private void bring(String kind, byte[] bytes, String mapping) throws Exception {
        var request =
                multipart("/api/v1/imports").file(new MockMultipartFile("file", kind + ".csv", "text/csv", bytes));
        request.file(new MockMultipartFile("mapping", "", "application/json", mapping.getBytes(StandardCharsets.UTF_8)))
                .param("kind", kind);
        Integer id = JsonPath.read(answer(request), "$.id");
        work();
        answer(post("/api/v1/imports/" + id + "/commit"));
        work();
        assertThat(answer(get("/api/v1/imports/" + id))).contains("\"committed\"");
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }

    private String send(AbstractMockHttpServletRequestBuilder<?> request, String json) throws Exception {
        return answer(request.contentType("application/json").content(json));
    }

    private String answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var asked = request.header("Authorization", "Bearer " + staff.key(Role.ADMINISTRATOR));
        var answer = web.perform(asked.with(it -> {
                    it.setServletPath(Objects.requireNonNull(it.getRequestURI()));
                    return it;
                }))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 299);
        return answer.getContentAsString();
    }

    private <T> T asked(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        Tenant.runIn(
                staff.organisation(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> answer.add(question.get())));
        return answer.getFirst();
    }
}
