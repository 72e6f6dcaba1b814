package dev.dunwell.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A stream hears what is done in its organisation, on whichever node, while its session lasts. */
@ServerTest
class LiveTest {

    private static final String END = "the stream has ended";

    @Autowired
    ApplicationContext house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Audit audit;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Staff staff;
    private Visitor edda;

    @BeforeEach
    void somebody_signs_in() {
        staff = Staff.of(house);
        edda = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
    }

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void a_stream_hears_its_own_organisation_and_no_other() throws Exception {
        Staff others = Staff.of(house);
        BlockingQueue<String> heard = listen("after=0&customer=7");
        done(others, "Mallory", "organisation", null);
        done(staff, "Not about this customer", "customer", 8L);
        done(staff, "Paul", "customer", 7L);

        assertThat(next(heard, "data:{")).contains("\"who\":[\"Paul\"]");
    }

    @Test
    void what_was_done_before_the_stream_was_open_is_told_first() throws Exception {
        long before = head();
        done(staff, "Paul", "organisation", null);
        assertThat(next(listen("after=" + before), "data:{")).contains("Paul");
        assertThat(edda.get("/live/changes?after=" + before).body()).contains("Paul");
        assertThat(edda.get("/live/changes?after=" + head()).body()).contains("\"who\":[]");
    }

    @Test
    void nothing_is_told_to_a_session_that_has_ended() throws Exception {
        BlockingQueue<String> heard = listen("after=" + head());
        assertThat(next(heard, "event:beat")).isNotNull();
        edda.submit("/settings", "/sign-out", Map.of());
        done(staff, "Paul", "organisation", null);

        assertThat(next(heard, END, "data:{")).isEqualTo(END);
    }

    @Test
    void of_too_many_streams_of_a_session_the_oldest_goes_on_without() throws Exception {
        BlockingQueue<String> oldest = listen("after=0");
        for (int more = 0; more < 4; more++) {
            assertThat(next(listen("after=0"), "event:beat")).isNotNull();
        }
        assertThat(next(oldest, "event:full")).isNotNull();
        assertThat(next(oldest, END)).isEqualTo(END);
    }

    private void done(Staff where, String who, String subject, @Nullable Long id) {
        Tenant.runIn(
                where.organisation(),
                () -> transaction.executeWithoutResult(
                        _ -> audit.write(Actor.person(who), "test.done", subject, id, Map.of())));
    }

    private long head() {
        return Tenant.in(
                staff.organisation(), () -> house.getBean(ChangeFeed.class).head());
    }

    private BlockingQueue<String> listen(String query) throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        String session = edda.cookie("dunwell").map(HttpCookie::getValue).orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?" + query))
                .header("Cookie", "dunwell=" + session)
                .build();
        HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread.startVirtualThread(() -> {
            try {
                answer.body().forEach(lines::add);
            } finally {
                lines.add(END);
            }
        });
        return lines;
    }

    private static @Nullable String next(BlockingQueue<String> lines, String... beginnings) throws Exception {
        String line;
        do {
            line = lines.poll(20, TimeUnit.SECONDS);
        } while (line != null && !Stream.of(beginnings).anyMatch(line::startsWith));
        return line;
    }
}
