package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.DAY;
import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import({FakePost.Configuration.class, PostRoom.class})
class MessagesOnlineTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    PostRoom room;

    @Autowired
    FakePost post;

    @Autowired
    Deliver deliver;

    @Autowired
    JsonMapper json;

    private Staff staff;
    private long message;

    @BeforeEach
    void three_messages() {
        post.reset();
        staff = Staff.of(house);
        room.enter(staff.organisation(), MailMode.SINK);
        message = java.util.Objects.requireNonNull(room.plan(3).get(2L));
    }

    private void deliver() {
        Tenant.runIn(room.id(), () -> deliver.run(room.organisation(), NOW));
    }

    private Visitor nora() {
        return Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
    }

    @Test
    void a_program_reads_the_messages_of_a_night() {
        deliver();
        var program = Visitor.withKey(port, staff.key(Role.READ_ONLY));
        JsonNode list =
                json.readTree(program.get("/api/v1/messages?date=" + DAY).body());
        assertThat(list.isArray()).isTrue();
        assertThat(list.size()).isEqualTo(3);
        JsonNode second = list.get(1);
        assertThat(second.get("customer").asString()).isEqualTo("C-2");
        assertThat(second.get("stage").asInt()).isEqualTo(2);
        assertThat(second.get("state").asString()).isEqualTo("sent");
        assertThat(second.get("items").toString()).isEqualTo("[\"MS-20538\",\"MS-20541\"]");
        assertThat(json.readTree(program.get("/api/v1/messages?date=2026-12-02").body())
                        .size())
                .isZero();
        assertThat(program.get("/api/v1/messages?state=lost").statusCode()).isEqualTo(422);
        assertThat(program.json("POST", "/api/v1/messages/" + message + "/recall", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_program_recalls_once() {
        var program = Visitor.withKey(port, staff.key(Role.COLLECTOR));
        String recall = "/api/v1/messages/" + message + "/recall";
        assertThat(json.readTree(program.json("POST", recall, "").body())
                        .get("state")
                        .asString())
                .isEqualTo("recalled");
        assertThat(program.json("POST", recall, "").statusCode()).isEqualTo(409);
        JsonNode whole =
                json.readTree(program.get("/api/v1/messages/" + message).body());
        assertThat(whole.get("journal").get(0).get("state").asString()).isEqualTo("recalled");
        assertThat(whole.get("text").asString()).contains("MS-20538");
    }

    @Test
    void a_person_reads_a_letter_and_recalls_it() {
        try (Visitor nora = nora()) {
            assertThat(nora.get("/messages?date=" + DAY).body()).contains("Brightwater Foods Ltd", "C-2", "Friendly");
            String page = "/messages/" + message;
            assertThat(nora.get(page).body()).contains("as it would leave now", "Recall", page + "/body");
            var body = nora.get(page + "/body");
            assertThat(body.body()).contains("MS-20538");
            assertThat(body.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
            assertThat(nora.submit(page, page + "/recall", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(nora.get(page).body()).contains("recalled", "Recalled. The next night decides anew.");
        }
    }

    @Test
    void a_person_decides_what_is_unconfirmed() {
        room.set(MailMode.LIVE);
        post.answer = _ -> new Handover.Unknown("answer lost");
        deliver();
        try (Visitor nora = nora()) {
            String page = "/messages/" + message;
            assertThat(nora.get(page).body()).contains("It was not sent, send it again", "may have been sent");
            assertThat(nora.submit(page, page + "/resend", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(room.state(message)).isEqualTo("planned");
        }
    }

    @Test
    void the_mailbox_shows_what_would_have_left() {
        deliver();
        try (Visitor nora = nora()) {
            assertThat(nora.get("/messages?date=" + DAY).body()).contains("/sink");
            assertThat(nora.get("/sink").body()).contains("/messages/" + message, "james@brightwater.example");
            int mail = room.count("select max(id) from sink_mail");
            var raw = nora.get("/sink/" + mail);
            assertThat(raw.body())
                    .containsPattern("Message-ID: <[0-9a-f]{40}@dunwell.invalid>")
                    .contains("multipart/alternative");
            assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        }
    }

    private static final String SHORT = """
            {{ greeting }}

            As we said on the phone, this is what is open.

            {{ items }}

            {{ pay }}

            {{ signature }}
            """;

    @Test
    void a_person_finds_other_words_for_one_message_before_it_leaves() {
        String page = "/messages/" + message;
        try (Visitor nora = nora()) {
            assertThat(nora.get(page + "/words").body()).contains("{{ items }}", "A paragraph in front");
            var words = Map.of("subject", "After our call", "opening", "Thank you for your **time**.", "text", SHORT);
            assertThat(nora.submit(page, page + "/words", words).statusCode()).isEqualTo(303);
            assertThat(nora.get(page).body()).contains("After our call", "for this message only, by");
            deliver();
            assertThat(nora.get("/api/v1/messages").statusCode()).isNotEqualTo(500);
            assertThat(nora.submit("/messages", page + "/words", words).statusCode())
                    .isEqualTo(303);
            assertThat(nora.get(page).body()).contains("only the words of a mail that waits");
        }
        assertThat(room.count("select count(*) from message where subject = 'After our call'"))
                .isEqualTo(1);
        assertThat(room.count("select count(*) from message where id = " + message
                        + " and body_text like '%Thank you for your time.%As we said on the phone%MS-20538%'"))
                .isEqualTo(1);
        assertThat(room.count("select count(*) from audit_entry where act = 'message.edited'"))
                .isEqualTo(1);
    }

    @Test
    void words_that_could_not_be_a_template_cannot_be_sent_once_either() {
        String page = "/messages/" + message;
        try (Visitor nora = nora()) {
            var words = Map.of("subject", "Pay", "text", "{{ greeting }}\n\n{{ items }}\n\n{{ nonsense }}");
            var refused = nora.submit(page, page + "/words", words);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("how to pay", "nonsense");
        }
        assertThat(room.count("select count(*) from message_edit")).isZero();
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        Staff others = Staff.of(house);
        var stranger = Visitor.withKey(port, others.key(Role.ADMINISTRATOR));
        assertThat(stranger.get("/api/v1/messages/" + message).statusCode()).isEqualTo(404);
        assertThat(stranger.json("POST", "/api/v1/messages/" + message + "/recall", "")
                        .statusCode())
                .isEqualTo(404);
    }
}
