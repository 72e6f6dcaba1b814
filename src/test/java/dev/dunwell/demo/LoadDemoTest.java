package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Worklist;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.OpenItems;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@Tag("slow")
@DunwellTest
@TestPropertySource(properties = "test.world=demo") // a database of its own: the demo is loaded only where nobody is
class LoadDemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    LoadDemo loadDemo;

    @Autowired
    Organisations organisations;

    @Autowired
    Worklist worklist;

    @Autowired
    OpenItems openItems;

    @Autowired
    Mails mails;

    @Autowired
    Soundness soundness;

    @Test
    void the_demo_is_loaded_once_and_is_sound() {
        long start = System.nanoTime();
        assertThat(loadDemo.load()).isTrue();
        System.out.println(
                "The demo took " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        List<Organisation> both = organisations.all();
        assertThat(both).extracting(Organisation::name).containsExactly("Meridian Supplies", "Kestrel Print Works");
        for (Organisation organisation : both) {
            Tenant.runIn(organisation.id(), () -> print(organisation));
            soundness.check(organisation, TODAY);
        }
        assertThat(loadDemo.load()).isTrue();
        assertThat(organisations.all()).isEqualTo(both);
    }

    private void print(Organisation organisation) {
        System.out.println(organisation.name() + ": " + mails.all().size() + " messages, " + mails.inMailbox()
                + " in the mailbox");
        worklist.rows(Queue.of(TODAY), Worklist.After.NOTHING, 50)
                .forEach(row -> System.out.println("  " + row.level() + " | " + row.name() + " | " + row.why() + " | "
                        + row.nextStep() + " | " + row.nextSmall() + " | " + row.debts()));
        openItems.page(null, AsOf.today(TODAY), null, 100).rows().forEach(item -> System.out.println("  " + item));
    }
}
