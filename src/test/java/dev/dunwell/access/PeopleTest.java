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

@ServerTest
class PeopleTest {

    private static final Pattern FIRST_PASSWORD = Pattern.compile("<code>([a-z2-9-]{19})</code>");
    private static final String OWN = "a sentence of my own";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Staff staff;
    private Visitor admin;

    @BeforeEach
    void hire() {
        staff = Staff.of(house);
        admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
    }

    @Test
    void a_new_person_chooses_a_password_of_their_own_first() {
        String email = "new" + staff.organisation() + "@example.com";
        String page = add("Ida Brandt", email, "clerk");
        Matcher shown = FIRST_PASSWORD.matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(admin.get("/settings/people").body()).contains("Ida Brandt").doesNotContain(shown.group(1));

        var ida = Visitor.signedIn(port, email, shown.group(1));
        var elsewhere = Visitor.signedIn(port, email, shown.group(1));
        assertThat(ida.get("/settings").headers().firstValue("Location")).hasValue("/password");
        assertThat(change(ida, "wrong", OWN)).isEqualTo(422);
        assertThat(change(ida, shown.group(1), shown.group(1))).isEqualTo(422);
        assertThat(change(ida, shown.group(1), OWN)).isEqualTo(303);
        assertThat(ida.get("/organisations").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/organisations").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn(email, shown.group(1)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_role_taken_away_is_gone_with_the_next_request() {
        long manager = staff.id(Role.CREDIT_MANAGER);
        var greta = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        assertThat(greta.get("/settings/audit").statusCode()).isEqualTo(200);

        act("/settings/people/" + manager + "/role", Map.of("role", "sales"));
        assertThat(greta.get("/settings/audit").statusCode()).isEqualTo(403);
        assertThat(greta.get("/password").body()).contains("Sales").doesNotContain("/settings/audit");

        act("/settings/people/" + manager + "/removal", Map.of());
        assertThat(greta.get("/password").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port)
                        .signIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_last_administrator_stays_one() {
        String own = "/settings/people/" + staff.id(Role.ADMINISTRATOR);
        assertThat(act(own + "/role", Map.of("role", "clerk"))).isEqualTo(409);
        assertThat(act(own + "/removal", Map.of())).isEqualTo(409);
        assertThat(admin.get("/settings/people").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_reaches_the_people_of_another_organisation() {
        Staff others = Staff.of(house);
        assertThat(act("/settings/people/" + others.id(Role.CLERK) + "/role", Map.of("role", "sales")))
                .isEqualTo(404);
        assertThat(act("/settings/people/" + others.id(Role.CLERK) + "/removal", Map.of()))
                .isEqualTo(404);
        assertThat(admin.get("/settings/people").body()).doesNotContain(others.email(Role.CLERK));
        assertThat(act("/organisation/switch", Map.of("organisation", String.valueOf(others.organisation()))))
                .isEqualTo(404);
    }

    @Test
    void who_works_for_two_organisations_chooses_and_an_old_form_is_refused() {
        Staff others = Staff.of(house);
        String email = others.email(Role.COLLECTOR);
        assertThat(add("whatever", email, "clerk")).contains("sign in with the password they have");
        assertThat(add("whatever", email, "clerk")).contains("works here already");

        var both = new Visitor(port);
        assertThat(both.signIn(email, Staff.PASSWORD).headers().firstValue("Location"))
                .hasValue("/organisations");
        assertThat(both.get("/organisations").body()).contains(staff.organisationName(), others.organisationName());
        String oldForm = both.token("/password");
        both.submit(
                "/organisations", "/organisation/switch", Map.of("organisation", String.valueOf(staff.organisation())));

        assertThat(both.get("/password").body()).contains(staff.organisationName(), "Clerk");
        var stale = both.post("/shortcuts", Map.of("on", "false", "_csrf", oldForm));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("changed the organisation");
    }

    @Test
    void a_bad_form_comes_back_with_what_is_wrong_beside_each_field() {
        var answer = admin.submit(
                "/settings/people", "/settings/people", Map.of("name", "", "email", "nora at home", "role", "king"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Give the name", "That is no e-mail address", "value=\"nora at home\"");
    }

    private String add(String name, String email, String role) {
        return admin.submit("/settings/people", "/settings/people", Map.of("name", name, "email", email, "role", role))
                .body();
    }

    private int act(String address, Map<String, String> fields) {
        return admin.submit("/settings/people", address, fields).statusCode();
    }

    private static int change(Visitor person, String old, String chosen) {
        return person.submit("/password", "/password", Map.of("old", old, "chosen", chosen))
                .statusCode();
    }
}
