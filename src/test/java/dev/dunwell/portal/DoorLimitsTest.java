package dev.dunwell.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How often something may be tried at the door, and what time does to it. */
@DunwellTest
@Import(Payhouse.class)
class DoorLimitsTest {

    @Autowired
    Payhouse house;

    @Autowired
    PayerSessions sessions;

    @Autowired
    OpenDoor openDoor;

    @Autowired
    Payers payers;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc browser;

    private Payhouse.Vendor meridian;

    @BeforeEach
    void a_reminder_has_left() {
        meridian = house.vendor("""
                2026-02-11  organisation "Meridian Supplies" EUR country DE
                            customer acme "Acme Ltd"
                            contact  acme "Ann Acme" email ann@acme.example
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
                2026-02-12  night until 2026-03-20
                """);
    }

    private int status(String path, String from, boolean isForm) throws Exception {
        var request = (isForm ? post(path).param("code", "2222-2222") : get(path)).with(asked -> {
            asked.setRemoteAddr(from);
            asked.setServletPath(path);
            return asked;
        });
        return browser.perform(request).andReturn().getResponse().getStatus();
    }

    /** S41. */
    @Test
    void whoever_tries_addresses_one_after_another_is_told_to_wait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(status("/d/" + Secret.link().text(), "203.0.113.9", false))
                    .isEqualTo(404);
        }
        assertThat(status("/d/" + Secret.link().text(), "203.0.113.9", false)).isEqualTo(429);
        assertThat(status("/d/" + meridian.token(), "203.0.113.9", false)).isEqualTo(200);
        assertThat(status("/d/" + Secret.link().text(), "203.0.113.10", false)).isEqualTo(404);
    }

    @Test
    void codes_of_demands_cannot_be_tried_out() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(status("/genuine", "203.0.113.11", true)).isEqualTo(200);
        }
        assertThat(status("/genuine", "203.0.113.11", true)).isEqualTo(429);
    }

    /** S34. */
    @Test
    void of_many_who_type_the_right_code_at_once_one_gets_further() throws Exception {
        long visit = visit();
        Instant now = Instant.now();
        meridian.in(() -> {
            sessions.expect(visit, new Secret("12345678"), now);
            return true;
        });
        assertThat(atOnce(50, () -> meridian.in(() -> sessions.prove(visit, new Secret("12345678"), now))))
                .isEqualTo(1);
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_dead() throws Exception {
        long visit = visit();
        Instant now = Instant.now();
        meridian.in(() -> {
            sessions.expect(visit, new Secret("12345678"), now);
            return true;
        });
        assertThat(atOnce(5, () -> meridian.in(() -> sessions.prove(visit, new Secret("00000000"), now))))
                .isZero();
        boolean isProven = meridian.in(() -> sessions.prove(visit, new Secret("12345678"), now));
        assertThat(isProven).isFalse();
    }

    @Test
    void a_code_is_good_for_ten_minutes() {
        long visit = visit();
        Instant now = Instant.now();
        meridian.in(() -> {
            sessions.expect(visit, new Secret("12345678"), now);
            return true;
        });
        boolean isProven = meridian.in(() -> sessions.prove(visit, new Secret("12345678"), now.plusSeconds(601)));
        assertThat(isProven).isFalse();
    }

    @Test
    void a_visit_that_nobody_continues_ends_by_itself() {
        Secret visit = openDoor.open(new Secret(meridian.token())).orElseThrow();
        assertThat(payers.of(visit, "")).isPresent();
        meridian.in(() -> db.sql(
                        "update payer_session set seen_at = now() - interval '31 minutes' where org_id = current_org()")
                .update());
        assertThat(payers.of(visit, "")).isEmpty();
    }

    @Test
    void a_newer_demand_lets_the_links_of_older_ones_end_soon() {
        meridian.tell("2026-03-23  night until 2026-04-20");
        assertThat(meridian.count("payer_link")).isGreaterThan(1);
        assertThat(meridian.count("payer_link where expires_at > now() + interval '15 days'"))
                .isEqualTo(1);
        assertThat(openDoor.open(new Secret(meridian.token()))).isPresent();
    }

    @Test
    void a_link_that_has_ended_opens_nothing() {
        meridian.in(() -> db.sql("update payer_link set expires_at = now() where org_id = current_org()")
                .update());
        assertThat(openDoor.open(new Secret(meridian.token()))).isEmpty();
        assertThat(openDoor.sender(new Secret(meridian.token()))).isEmpty();
    }

    private long visit() {
        Secret visit = openDoor.open(new Secret(meridian.token())).orElseThrow();
        return Tenant.in(meridian.organisation(), () -> sessions.whose(visit))
                .orElseThrow()
                .id();
    }

    private static int atOnce(int many, Callable<Boolean> attempt) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(attempt);
            }
            int successes = 0;
            for (Future<Boolean> each : threads.invokeAll(all)) {
                successes += each.get() ? 1 : 0;
            }
            return successes;
        }
    }
}
