package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.einvoice.Bill;
import dev.dunwell.jobs.DueJobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;

@ServerTest
@Import(DueJobs.class)
class ImportPagesTest {

    private static final String FILE = """
            Customer No,Invoice No,Invoice Date,Due Date,Total
            C1,F-1,2026-04-03,2026-05-03,10.00
            C1,F-2,2026-04-03,2026-03-03,10.00
            """;

    @Autowired
    ApplicationContext house;

    @Autowired
    DueJobs jobs;

    @LocalServerPort
    int port;

    @Test
    void a_person_maps_mends_commits_and_undoes() {
        Staff staff = Staff.of(house);
        var bytes = new ByteArrayResource(FILE.getBytes(StandardCharsets.UTF_8));
        var brought = new TakeFile.Brought(Kind.INVOICES, "march.csv", bytes, new Mapping(Map.of("amount", "Total")));
        long id = Tenant.in(
                staff.organisation(), () -> house.getBean(TakeFile.class).take(Actor.person("Nora"), brought));
        try (Visitor clerk = Visitor.signedIn(port, staff.email(Role.CLERK), Staff.PASSWORD)) {
            String page = "/imports/" + id;
            assertThat(clerk.get(page).body()).contains("every 1s", "being read");
            work();
            assertThat(clerk.get("/imports").body()).contains("march.csv", "needs mapping", "Bring a file");
            assertThat(clerk.get(page).body()).contains("Which column is what", "F-2");
            var columns = new HashMap<>(Map.of("constant.currency", "EUR", "column.amount", "Total"));
            columns.putAll(Map.of("column.customer_number", "Customer No", "column.number", "Invoice No"));
            columns.putAll(Map.of("column.issued_on", "Invoice Date", "column.due_on", "Due Date"));
            clerk.submit(page, page + "/mapping", columns);
            work();
            assertThat(clerk.get(page).body()).contains("Wrong rows", "before it was issued");
            clerk.submit(page, page + "/fixes", Map.of("row", "3", "column", "Due Date", "value", "2026-05-03"));
            work();
            assertThat(clerk.get(page).body()).contains("Take it into the book").doesNotContain("Wrong rows");
            clerk.submit(page, page + "/commit", Map.of());
            work();
            assertThat(clerk.get(page).body()).contains("Undo this import");
            clerk.submit(page, page + "/undo", Map.of());
            assertThat(clerk.get(page).body()).contains("taken back");
        }
    }

    @Test
    void e_invoices_are_shown_with_what_was_read_and_the_rules_they_break() throws IOException {
        Staff staff = Staff.of(house);
        byte[] zip = Bill.zip(Map.of(
                "good.xml", Bill.invoice("RE-1").getBytes(StandardCharsets.UTF_8),
                "wrong.xml", Bill.wrong("RE-2").getBytes(StandardCharsets.UTF_8)));
        var brought = new TakeFile.Brought(Kind.ANY, "march.zip", new ByteArrayResource(zip), new Mapping(Map.of()));
        long id = Tenant.in(
                staff.organisation(), () -> house.getBean(TakeFile.class).take(Actor.person("Nora"), brought));
        work();
        try (Visitor clerk = Visitor.signedIn(port, staff.email(Role.CLERK), Staff.PASSWORD)) {
            assertThat(clerk.get("/imports/" + id).body())
                    .contains("Recognised as e-invoices", "What was read", "RE-1", "Acme AG", "PO-1", "BR-CO-15")
                    .contains("Leave the wrong rows out");
            assertThat(clerk.get("/imports").body()).contains("What the file says itself", "march.zip");
        }
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }
}
