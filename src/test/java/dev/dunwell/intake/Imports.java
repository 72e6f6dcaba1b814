package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Brings files over the API and lets the jobs work, for tests. */
record Imports(MockMvc web, DueJobs jobs, Staff staff) {

    long bring(String kind, String name, byte[] bytes) throws Exception {
        var file = new MockMultipartFile("file", name, "application/octet-stream", bytes);
        String answer =
                body("/api/v1/imports", multipart("/api/v1/imports").file(file).param("kind", kind), 202);
        work();
        return ((Number) JsonPath.read(answer, "$.id")).longValue();
    }

    long bring(String kind, String text) throws Exception {
        return bring(kind, "book.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    void commit(long id) throws Exception {
        act(id, "commit", 202);
        work();
        assertThat(state(id)).as(look(id)).isEqualTo("committed");
    }

    String act(long id, String what, int status) throws Exception {
        String path = "/api/v1/imports/" + id + "/" + what;
        return body(path, post(path), status);
    }

    String state(long id) throws Exception {
        return JsonPath.read(look(id), "$.state");
    }

    String told(long id) throws Exception {
        Map<String, Integer> counts = JsonPath.read(look(id), "$.counts");
        return "new %d, changed %d, same %d, wrong %d"
                .formatted(counts.get("new"), counts.get("changed"), counts.get("same"), counts.get("wrong"));
    }

    String look(long id) throws Exception {
        String path = "/api/v1/imports/" + id;
        return body(path, get(path), 200);
    }

    String rejected(long id) throws Exception {
        String path = "/api/v1/imports/" + id + "/rejected";
        return body(path, get(path), 200);
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }

    private String body(String path, AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        var answer = web.perform(request.servletPath(path).header("Authorization", "Bearer " + staff.key(Role.CLERK)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
