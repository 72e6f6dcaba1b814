package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class AuditTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private int organisation;

    @BeforeEach
    void found() {
        organisation = Staff.of(house).organisation();
    }

    @Test
    void eight_writers_at_once_make_one_chain() throws Exception {
        long before = entries().getFirst().seq();
        Callable<Boolean> writer = () -> {
            IntStream.range(0, 25).forEach(this::write);
            return true;
        };
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    crowd.invokeAll(IntStream.range(0, 8).mapToObj(_ -> writer).toList())) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(entries()).hasSize((int) before + 200);
        assertThat(entries().stream().map(AuditEntry::seq).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, before + 200).boxed().toList());
        assertThat(firstBreak()).isEmpty();
    }

    @Test
    void an_entry_lives_and_dies_with_its_act() {
        long before = entries().size();
        assertThatThrownBy(() -> inside(() -> {
                    audit.write(Actor.automation("test"), "thing.done", "thing", 1L, Map.of());
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(entries()).hasSize((int) before);
    }

    @Test
    void the_application_cannot_rewrite_what_it_wrote() {
        for (String act : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_head set seq = 0")) {
            assertThatThrownBy(() -> inside(() -> db.sql(act).update()))
                    .as(act)
                    .rootCause()
                    .as(act)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_change_behind_its_back_is_found_at_its_place(
            @Value("${dunwell.db.url}") String url,
            @Value("${dunwell.db.owner}") String owner,
            @Value("${dunwell.db.owner-password}") String password) {
        IntStream.range(0, 10).forEach(this::write);
        assertThat(firstBreak()).isEmpty();
        var ownersHand = JdbcClient.create(new DriverManagerDataSource(url, owner, password));
        String tail = "(select max(seq) from audit_entry where org_id = %d)".formatted(organisation);
        Map<String, Long> tampering = Map.of(
                "update audit_entry set actor = 'somebody else' where seq = 3",
                3L,
                "update audit_entry set at = at + interval '1 day' where seq = 5",
                5L,
                "update audit_entry set detail = '{}' where seq = 7",
                7L,
                "delete from audit_entry where seq = 4",
                5L,
                "delete from audit_entry where seq = " + tail,
                (long) entries().size());
        tampering.forEach((act, place) -> {
            assertThat(breakAfter(ownersHand, act)).as(act).isEqualTo(place);
        });
        assertThat(firstBreak()).isEmpty();
    }

    /** Tampers, looks, and takes it back, all in one statement that never commits. */
    private long breakAfter(JdbcClient ownersHand, String act) {
        try {
            ownersHand.sql("""
                do $$
                declare found bigint;
                begin
                  perform set_config('dunwell.org', '%d', true);
                  %s;
                  found := audit_first_break();
                  raise exception 'broken at %%', found;
                end $$\
                """.formatted(organisation, act)).update();
            throw new AssertionError("must not commit");
        } catch (org.springframework.dao.DataAccessException e) {
            String words = String.valueOf(e.getMessage());
            return Long.parseLong(words.replaceAll("(?s).*broken at (\\d+).*", "$1"));
        }
    }

    private void write(int i) {
        inside(() -> {
            audit.write(Actor.person("Nora"), "thing.done", "thing", (long) i, Map.of("note", "ünïcode | " + i));
            return true;
        });
    }

    private List<AuditEntry> entries() {
        return Tenant.in(organisation, () -> audit.entriesBefore(Long.MAX_VALUE, 1000));
    }

    private OptionalLong firstBreak() {
        return Tenant.in(organisation, () -> audit.firstBreak());
    }

    private <T> T inside(java.util.function.Supplier<T> act) {
        return Tenant.in(organisation, () -> Objects.requireNonNull(transaction.execute(_ -> act.get())));
    }
}
