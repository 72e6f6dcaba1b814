package dev.dunwell.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer with two overdue invoices; of one there is a copy. */
@ServerTest
class CopiesTest {

    private static final String PDF = "%PDF-1.7 the invoice A-1 as it was issued";
    private static final String OVERDUE = "2026-03-24";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final JsonMapper json = new JsonMapper();
    private Staff staff;
    private Visitor program;

    @BeforeEach
    void two_invoices() {
        staff = Staff.of(house);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        api("PUT", "/organisation/clock", "{\"today\":\"" + OVERDUE + "\"}");
        api("PUT", "/organisation/mail", "{\"mode\":\"sink\"}");
        api("POST", "/customers", "{\"number\":\"anna\",\"name\":\"Anna\",\"language\":\"en\"}");
        api("POST", "/contacts", "{\"customer\":\"anna\",\"name\":\"Ann Smith\",\"email\":\"ann@anna.example\"}");
        for (String number : List.of("A-1", "A-2")) {
            api("POST", "/invoices", """
                    {"customer":"anna","number":"%s","issuedOn":"2026-02-01","dueOn":"2026-03-20","amount":100.00,"currency":"EUR"}
                    """.formatted(number));
        }
    }

    @AfterEach
    void leave() {
        program.close();
    }

    private void api(String method, String path, String body) {
        var answer = program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(300);
    }

    private long invoice(String number) {
        return in("select id from invoice where number = '" + number + "'", Long.class)
                .getFirst();
    }

    private <T> List<T> in(String sql, Class<T> type) {
        return Objects.requireNonNull(Tenant.in(
                staff.organisation(),
                () -> transaction.execute(_ -> db.sql(sql).query(type).list())));
    }

    private HttpResponse<String> keep(long invoice, String name, String content) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--x--\r\n";
        return program.send(
                "POST",
                "/api/v1/invoices/" + invoice + "/copies",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private String inquiry() {
        api("POST", "/nights", "{\"date\":\"" + OVERDUE + "\"}");
        return in("select convert_from(raw, 'UTF8') from sink_mail order by id desc limit 1", String.class)
                .getFirst();
    }

    @Test
    void an_inquiry_takes_the_copies_on_file_along_and_says_so() {
        assertThat(keep(invoice("A-1"), "Invoice A-1.pdf", PDF).statusCode()).isEqualTo(201);
        String mail = inquiry();
        assertThat(mail)
                .contains("Attached as a copy: A-1.", "multipart/mixed", "filename=\"Invoice A-1.pdf\"")
                .contains("Content-Type: application/pdf")
                .contains(java.util.Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.UTF_8)));
        assertThat(in("select title || ' ' || file_name from message_file", String.class))
                .containsExactly("A-1 Invoice A-1.pdf");
        try (Visitor nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD)) {
            long message = in("select message_id from message_file", Long.class).getFirst();
            assertThat(nora.get("/messages/" + message).body()).contains("Attached", "Invoice A-1.pdf");
            assertThat(nora.get("/invoices/" + invoice("A-1")).body()).contains("Copies on file", "Invoice A-1.pdf");
        }
    }

    @Test
    void without_a_copy_the_letter_does_not_speak_of_one() {
        assertThat(inquiry()).doesNotContain("Attached as a copy", "multipart/mixed");
        assertThat(in("select count(*) from message_file", Long.class)).containsExactly(0L);
    }

    @Test
    void what_was_taken_back_goes_with_no_letter() {
        keep(invoice("A-1"), "a.pdf", PDF);
        long copy = in("select id from invoice_copy", Long.class).getFirst();
        try (Visitor nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD)) {
            String page = "/invoices/" + invoice("A-1");
            assertThat(nora.submit(page, page + "/copies/" + copy + "/withdrawal", Map.of())
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(inquiry()).doesNotContain("Attached as a copy");
    }

    @Test
    void the_same_file_is_kept_once_and_comes_back_as_it_was() {
        long invoice = invoice("A-1");
        keep(invoice, "a.pdf", PDF);
        JsonNode copies = json.readTree(keep(invoice, "b.pdf", PDF).body());
        assertThat(copies).hasSize(1);
        String hash = copies.get(0).get("hash").asString();
        var back = program.get("/api/v1/invoices/" + invoice + "/copies/" + hash);
        assertThat(back.body()).isEqualTo(PDF);
        assertThat(back.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(program.get("/api/v1/invoices/" + invoice("A-2") + "/copies/" + hash)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_invoice_by_its_first_bytes_is_refused() {
        var refused = keep(invoice("A-1"), "invoice.pdf", "MZ this is a program");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("neither");
        assertThat(in("select count(*) from invoice_copy", Long.class)).containsExactly(0L);
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        long invoice = invoice("A-1");
        keep(invoice, "a.pdf", PDF);
        String hash =
                in("select encode(hash, 'hex') from invoice_copy", String.class).getFirst();
        try (var stranger = Visitor.withKey(port, Staff.of(house).key(Role.ADMINISTRATOR))) {
            assertThat(stranger.get("/api/v1/invoices/" + invoice + "/copies").body())
                    .isEqualTo("[]");
            assertThat(stranger.get("/api/v1/invoices/" + invoice + "/copies/" + hash)
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
