package dev.dunwell.conversations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.conversations.ReceiveMail;
import dev.dunwell.live.Change;
import dev.dunwell.live.ChangeFeed;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The inbox over HTTP, without JavaScript. */
@ServerTest
class InboxPagesTest {

    private static final String MAIL = """
            From: "Eve <script>" <eve@evil.example>
            To: ar@nordwind.example
            Subject: <img src=x onerror=alert(1)>
            Message-ID: <1@evil.example>
            Content-Type: multipart/mixed; boundary=x

            --x

            <script>alert(1)</script> What is this?
            --x
            Content-Type: text/html; name="a.html"
            Content-Disposition: attachment; filename="a.html"

            <script>alert(1)</script>
            --x--
            """;

    @Autowired
    ApplicationContext house;

    @Autowired
    ReceiveMail receiveMail;

    @Autowired
    ChangeFeed changes;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor nora;
    private long mail;

    @BeforeEach
    void a_mail_has_come() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        mail = Tenant.in(
                        staff.organisation(),
                        () -> receiveMail.receive(
                                MAIL.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-11-20T09:00:00Z")))
                .orElseThrow();
    }

    @Test
    void the_inbox_lists_it_and_the_page_shows_its_words_and_runs_none() {
        assertThat(nora.get("/inbox").body())
                .contains("Nobody’s yet", "&lt;img src=x")
                .doesNotContain("<img src=x");
        assertThat(nora.get("/today/answers").body()).contains("1 answer is unread");
        String page = nora.get("/inbox/" + mail).body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)", "Give to customer", "a.html")
                .doesNotContain("<script>alert");
    }

    /** What a page follows is the audit chain; each region that it replaces has a name. */
    @Test
    void a_mail_that_comes_is_told_to_open_pages_and_shown_in_place() {
        long before = Tenant.in(staff.organisation(), changes::head);
        Tenant.in(
                staff.organisation(),
                () -> receiveMail.receive(
                        MAIL.replace("1@evil", "2@evil").getBytes(StandardCharsets.UTF_8),
                        Instant.parse("2026-11-20T10:00:00Z")));
        assertThat(Tenant.in(staff.organisation(), () -> changes.after(before)))
                .extracting(Change::who)
                .contains("mail in");
        assertThat(nora.get("/inbox").body())
                .contains("id=\"live\"", "id=\"inbox\" data-live", "id=\"notices\" data-live");
    }

    @Test
    void a_file_from_outside_is_saved_and_never_shown() {
        HttpResponse<String> file = nora.get("/inbox/" + mail + "/files/1");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(nora.get("/inbox/" + mail + "/original").headers().firstValue("Content-Type"))
                .hasValue("application/octet-stream");
    }

    @Test
    void somebody_reads_it_and_it_is_gone_from_the_inbox() {
        HttpResponse<String> answer =
                nora.submit("/inbox/" + mail, "/inbox/" + mail + "/reading", Map.of("read", "true"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(nora.get("/inbox").body()).contains("Everything is read");
        assertThat(nora.get("/inbox?show=all").body()).contains("Eve &lt;script&gt;");
    }

    @Test
    void an_answer_to_a_mail_that_is_nobodys_is_refused_and_what_was_typed_stays() {
        HttpResponse<String> answer = nora.submit(
                "/inbox/" + mail, "/inbox/" + mail + "/replies", Map.of("subject", "Re", "text", "My words"));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        Staff others = Staff.of(house);
        Visitor stranger = Visitor.signedIn(port, others.email(Role.COLLECTOR), Staff.PASSWORD);
        assertThat(stranger.get("/inbox/" + mail).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/inbox/" + mail + "/files/1").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/inbox?show=all").body()).doesNotContain("alert(1)");
    }

    @Test
    void the_mailbox_is_named_in_the_settings_and_its_password_never_shown() {
        Visitor edda = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        Map<String, String> form = Map.of(
                "host",
                "imap.nordwind.example",
                "port",
                "993",
                "tls",
                "implicit",
                "user",
                "ar",
                "password",
                "very secret",
                "folder",
                "INBOX",
                "address",
                "ar@nordwind.example",
                "tokenIn",
                "address");
        assertThat(edda.submit("/settings/mailbox", "/settings/mailbox", form).statusCode())
                .isEqualTo(303);
        assertThat(edda.get("/settings/mailbox").body())
                .contains("imap.nordwind.example")
                .doesNotContain("very secret");
        assertThat(nora.get("/settings/mailbox").statusCode()).isEqualTo(403);
    }
}
