package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.formats.Samples;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
@Import(DueJobs.class)
class ImportTest {

    private static final String IBM = "ar/ibm/WA_Fn-UseC_-Accounts-Receivable.csv";

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

    private Staff staff;

    @BeforeEach
    void organisation() {
        staff = Staff.of(house);
    }

    @Test
    void the_ibm_sample_comes_in_whole_and_a_second_time_changes_nothing() throws Exception {
        long id = bring("invoices", file(IBM), "{\"currency\": \"=USD\"}");
        assertThat(state(id)).isEqualTo("dry-run");
        assertThat(counts(id)).containsExactlyInAnyOrderEntriesOf(Map.of("new", 2466, "changed", 0, "same", 0, "wrong", 0));
        assertThat(number("select count(*) from invoice")).as("a dry run writes nothing").isZero();

        commit(id);
        assertThat(state(id)).isEqualTo("committed");
        assertThat(number("select count(*) from customer")).isEqualTo(100);
        assertThat(number("select count(*) from open_invoice(date '2013-06-30')")).isEqualTo(84);
        assertThat(number("select sum(open_amount) from open_invoice(date '2013-06-30')")).isEqualTo(511_985);
        assertThat(number("select sum(open_amount) from open_invoice(date '2013-06-30') where due_on >= '2013-06-30'"))
                .isEqualTo(428_429);
        assertThat(number("select count(*) from open_invoice(date '2013-06-30') where due_on < '2013-06-30'"))
                .isEqualTo(12);

        List<Long> before = sizes();
        long again = bring("invoices", file(IBM), "{\"currency\": \"=USD\"}");
        assertThat(counts(again)).containsEntry("same", 2466).containsEntry("new", 0).containsEntry("changed", 0);
        commit(again);
        assertThat(state(again)).isEqualTo("committed");
        assertThat(sizes()).isEqualTo(before);
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
        body(post("/api/v1/imports/" + id + "/commit"), 202);
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
        return body(get("/api/v1/imports/" + id), 200);
    }

    private String body(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        var answer = web.perform(request.header("Authorization", "Bearer " + staff.key(Role.CLERK)))
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
