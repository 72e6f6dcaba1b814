package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of routes × roles against the routes there are and against the running server. */
@ServerTest
class RoutesTest {

    /** Answered by something else than a handler of ours. */
    private static final Set<String> NOT_HANDLERS = Set.of("GET /assets/**", "* /health/**");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void every_handler_is_declared_and_every_line_has_a_handler() {
        Set<String> declared = Routes.declared().all().stream()
                .map(Route::name)
                .filter(name -> !NOT_HANDLERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> existing = new TreeSet<>();
        handlers.getHandlerMethods().keySet().forEach(info -> existing.addAll(names(info)));

        assertThat(declared).as("src/main/resources/access/routes.txt").isEqualTo(existing);
    }

    @Test
    void nobody_gets_further_than_the_table_says() {
        Staff staff = Staff.of(house);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            var person = Visitor.signedIn(port, staff.email(role), Staff.PASSWORD);
            var program = Visitor.withKey(port, staff.key(role));
            for (Route route : rolesOnly()) {
                boolean isApi = route.pattern().startsWith("/api/");
                // Asked for each time: a route that is allowed may change the session, and its token with it.
                HttpResponse<String> answer = isApi
                        ? ask(program, route)
                        : ask(person, route, "X-CSRF-TOKEN", person.token("/password"));
                if (!route.isFor(role) && answer.statusCode() != 403) {
                    wrong.add(role + " " + route.name() + " → " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoever_may_is_let_through() {
        Staff staff = Staff.of(house);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            var person = Visitor.signedIn(port, staff.email(role), Staff.PASSWORD);
            var program = Visitor.withKey(port, staff.key(role));
            for (Route route : rolesOnly()) {
                boolean isApi = route.pattern().startsWith("/api/");
                if (route.isFor(role)
                        && route.method().equals("GET")
                        && !route.pattern().contains("{")) {
                    int status = ask(isApi ? program : person, route).statusCode();
                    if (status == 401 || status == 403 || status >= 500) {
                        wrong.add(role + " " + route.name() + " → " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_stranger_gets_nothing_but_what_is_public() {
        List<String> wrong = new ArrayList<>();
        for (Route route : rolesOnly()) {
            boolean isApi = route.pattern().startsWith("/api/");
            int status = ask(new Visitor(port), route).statusCode();
            boolean isShut = isApi ? status == 401 : status == 302 || status == 403;
            if (!isShut) {
                wrong.add(route.name() + " → " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_session_opens_no_route_for_programs_and_a_key_no_page() {
        Staff staff = Staff.of(house);
        var person = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        var program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));

        assertThat(person.get("/api/v1/organisation").statusCode()).isEqualTo(401);
        assertThat(person.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        assertThat(program.get("/settings/organisation").statusCode()).isEqualTo(302);
    }

    @Test
    void what_is_not_declared_is_not_there() {
        Staff staff = Staff.of(house);
        var person = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        for (String path : List.of("/nowhere", "/dunwell.css", "/actuator", "/env", "/heapdump", "/application.yml")) {
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(new Visitor(port).get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(new Visitor(port).get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static List<Route> rolesOnly() {
        return Routes.declared().all().stream()
                .filter(route -> route.openTo() == Route.OpenTo.ROLES)
                .filter(route -> !route.name().equals("POST /sign-out"))
                .toList();
    }

    private static HttpResponse<String> ask(Visitor visitor, Route route, String... headers) {
        String path = route.pattern().replaceAll("\\{[^}]*}", "999999999");
        return visitor.send(route.method(), path, BodyPublishers.noBody(), headers);
    }

    private static Set<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? java.util.stream.Stream.of("* " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .collect(Collectors.toSet());
    }
}
