package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class KeysTest {

    private static final Pattern KEY = Pattern.compile("dw_[0-9A-Za-z]{43}");
    private static final String NEW_ORGANISATION =
            "{\"name\":\"Founded\",\"currency\":\"EUR\",\"zone\":\"Europe/Madrid\",\"locale\":\"es-ES\"}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Staff staff;

    @BeforeEach
    void hire() {
        staff = Staff.of(house);
    }

    @Test
    void a_key_is_shown_once_kept_as_a_hash_and_ends_at_once() {
        var admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        String page = admin.submit(
                        "/settings/keys", "/settings/keys", Map.of("name", "Accounting", "role", "read_only"))
                .body();
        Matcher shown = KEY.matcher(page);
        assertThat(shown.find()).isTrue();
        String key = shown.group();
        assertThat(admin.get("/settings/keys").body()).contains("Accounting").doesNotContain(key);
        assertThat(keptTexts()).noneMatch(text -> text.contains(key));

        var program = Visitor.withKey(port, key);
        assertThat(program.get("/api/v1/organisation").body()).contains("\"name\":\"" + staff.organisationName());
        assertThat(program.json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"live\"}")
                        .statusCode())
                .isEqualTo(403);

        long id = Tenant.in(
                        staff.organisation(), () -> house.getBean(ApiKeys.class).all())
                .stream()
                .filter(each -> each.name().equals("Accounting"))
                .findFirst()
                .orElseThrow()
                .id();
        admin.submit("/settings/keys", "/settings/keys/" + id + "/revocation", Map.of());
        assertThat(program.get("/api/v1/organisation").statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_in_the_address_is_refused_whether_it_is_one_or_not() {
        String key = staff.key(Role.ADMINISTRATOR);
        var stranger = new Visitor(port);
        var answer = stranger.get("/api/v1/organisation?api_key=" + key);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("key-in-address").doesNotContain(key);
        assertThat(Visitor.withKey(port, key)
                        .get("/api/v1/organisation?x=" + Secret.key("dw_").text())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_key_is_a_stranger() {
        for (String key :
                new String[] {"", "dw_", "dw_" + "0".repeat(43), "Bearer", "ünicode", ServerTest.class.getName()}) {
            assertThat(Visitor.withKey(port, key).get("/api/v1/organisation").statusCode())
                    .as(key)
                    .isEqualTo(401);
        }
    }

    @Test
    void the_key_of_the_installation_founds_organisations_and_nothing_else() {
        var installation = Visitor.withKey(port, ServerTest.INSTALLATION_KEY);
        var founded = installation.json("POST", "/api/v1/organisations", NEW_ORGANISATION);
        assertThat(founded.statusCode()).isEqualTo(201);
        assertThat(founded.body()).matches("\\{\"id\":\\d+,\"apiKey\":\"dw_[0-9A-Za-z]{43}\"}");
        assertThat(installation.get("/api/v1/organisation").statusCode()).isEqualTo(403);
        assertThat(installation
                        .json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"live\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.withKey(port, staff.key(Role.ADMINISTRATOR))
                        .json("POST", "/api/v1/organisations", NEW_ORGANISATION)
                        .statusCode())
                .isEqualTo(403);

        var program = Visitor.withKey(
                port,
                KEY.matcher(founded.body()).results().findFirst().orElseThrow().group());
        assertThat(program.get("/api/v1/organisation").body())
                .contains("\"name\":\"Founded\"", "\"mail\":\"hold\"", "\"locale\":\"es-ES\"", "\"simulated\":false");
        var bad = installation.json(
                "POST",
                "/api/v1/organisations",
                "{\"name\":\" \",\"currency\":\"XAU\",\"zone\":\"Mars\",\"locale\":\"\"}");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"column\":\"name\"", "\"currency\"", "\"zone\"", "\"locale\"");
    }

    @Test
    void an_organisation_asked_for_twice_under_one_key_is_founded_once() {
        var installation = Visitor.withKey(port, ServerTest.INSTALLATION_KEY);
        String once = "founding " + staff.organisation();
        var first = installation.json("POST", "/api/v1/organisations", NEW_ORGANISATION, "Idempotency-Key", once);
        var again = installation.json("POST", "/api/v1/organisations", NEW_ORGANISATION, "Idempotency-Key", once);
        var other = installation.json(
                "POST", "/api/v1/organisations", NEW_ORGANISATION.replace("EUR", "USD"), "Idempotency-Key", once);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(id(again.body())).isEqualTo(id(first.body()));
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void the_day_can_be_simulated_and_the_real_one_comes_back() {
        var program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        assertThat(program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"2013-05-01\"}")
                        .body())
                .contains("\"today\":\"2013-05-01\",\"simulated\":true");
        assertThat(Visitor.signedIn(port, staff.email(Role.SALES), Staff.PASSWORD)
                        .get("/password")
                        .body())
                .contains("Simulated day: Wednesday 1 May 2013", "Mail is on hold")
                .doesNotContain("Change it", "Let it go");
        assertThat(program.json("PUT", "/api/v1/organisation/clock", "{\"today\":null}")
                        .body())
                .contains("\"simulated\":false");
        assertThat(program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"1789-07-14\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(program.json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"sink\"}")
                        .body())
                .contains("\"mail\":\"sink\"");
        assertThat(program.json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"loud\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String id(String body) {
        return body.replaceAll(".*\"id\":(\\d+).*", "$1");
    }

    private java.util.List<String> keptTexts() {
        return Tenant.in(
                staff.organisation(),
                () -> java.util.Objects.requireNonNull(transaction.execute(
                        _ -> db.sql("select k::text from api_key k union all select e::text from audit_entry e")
                                .query((row, _) -> row.getString(1))
                                .list())));
    }
}
