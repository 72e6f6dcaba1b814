package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesFileTest {

    private static final Set<Role> READERS = Set.of(Role.SALES, Role.READ_ONLY);

    @Test
    void a_line_names_a_route_and_the_roles_that_may() {
        Routes routes = Routes.of("""
            # a comment
            managers = administrator credit_manager
            workers  = managers collector   # groups may name groups

            GET    /today            everyone
            POST   /notes            workers clerk
            GET    /sign-in          public
            POST   /organisations    installation
            """);

        assertThat(routes.find("GET", "/today").orElseThrow().roles())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Role.AGENCY)));
        assertThat(routes.find("POST", "/notes").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.CREDIT_MANAGER, Role.COLLECTOR, Role.CLERK);
        assertThat(routes.find("GET", "/sign-in").orElseThrow().openTo()).isEqualTo(Route.OpenTo.PUBLIC);
        assertThat(routes.find("POST", "/organisations").orElseThrow().isFor(Role.ADMINISTRATOR))
                .isFalse();
        assertThat(routes.find("POST", "/today")).isEmpty();
    }

    @Test
    void asking_for_the_headers_alone_is_asking_for_the_page() {
        assertThat(Routes.of("GET /today everyone").find("HEAD", "/today")).isPresent();
    }

    @Test
    void a_line_that_cannot_be_understood_stops_the_start() {
        assertThatThrownBy(() -> Routes.of("GET /today")).hasMessageContaining("does not say who may");
        assertThatThrownBy(() -> Routes.of("GET /today cleaners")).hasMessageContaining("cleaners");
        assertThatThrownBy(() -> Routes.of("GET /today everyone\nGET /today sales"))
                .hasMessageContaining("twice");
    }

    @Test
    void a_button_for_a_route_that_is_not_declared_is_a_mistake_that_shows() {
        assertThatThrownBy(() -> Routes.declared().isOpen("POST /nowhere", Role.CLERK))
                .hasMessageContaining("POST /nowhere");
    }

    @Test
    void readers_write_nothing_but_what_is_their_own() {
        Set<String> theirOwn = Set.of(
                "POST /sign-out",
                "POST /password",
                "POST /organisation/switch",
                "POST /shortcuts",
                "POST /worklist/order",
                "POST /customers/{id}/claim",
                "POST /customers/{id}/contacts-log",
                "POST /customers/{id}/questions",
                "POST /interactions/{id}/sentiment",
                "POST /questions/{id}/notes",
                "POST /questions/{id}/papers",
                "POST /disputes/{id}/notes",
                "POST /disputes/{id}/papers");
        assertThat(Routes.declared().all())
                .filteredOn(route -> !route.method().equals("GET"))
                .filteredOn(route -> route.roles().stream().anyMatch(READERS::contains))
                .extracting(Route::name)
                .containsExactlyInAnyOrderElementsOf(theirOwn);
    }

    @Test
    void the_api_is_closed_to_whoever_has_no_key() {
        assertThat(Routes.declared().all())
                .filteredOn(route -> route.pattern().startsWith("/api/"))
                .noneMatch(route -> route.openTo() == Route.OpenTo.PUBLIC);
    }
}
