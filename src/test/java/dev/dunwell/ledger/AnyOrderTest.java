package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.jobs.DueJobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What may come in any order leaves the same book: businesses that share nothing, and files, also twice. */
@Tag("slow")
@DunwellTest
@Import({DueJobs.class, BroughtFiles.class, Agreement.class})
@TestPropertySource(properties = "dunwell.test.own-database=random-ledger")
class AnyOrderTest {

    private static final int PAIRS = Boolean.getBoolean("dunwell.soak") ? 200 : 5;

    @Autowired
    ObjectProvider<Book> books;

    @Autowired
    LedgerChecker checker;

    @Autowired
    BroughtFiles files;

    @Autowired
    Agreement agreement;

    @Test
    void what_has_nothing_in_common_may_be_done_in_any_order() { // I22
        RandomActs.seeds(PAIRS).forEach(seed -> {
            String one = afterTwo(seed, List.of(true, false));
            assertThat(afterTwo(seed, List.of(false, true))).as("seed " + seed).isEqualTo(one);
        });
    }

    /** What is seen after two businesses that share nothing but the house, one after the other. */
    private String afterTwo(long seed, List<Boolean> order) {
        Book book = books.getObject();
        var here = new LedgerTwin(book, files, "A-", List.of("acme", "aurora"));
        var there = new LedgerTwin(book, files, "B-", List.of("borealis", "boreas"));
        order.forEach(isHere -> RandomActs.steps(RandomActs.WITHOUT_RULES, isHere ? seed : -seed)
                .forEach(step -> step.take(isHere ? here : there)));
        Chance chance = new Chance(seed);
        return Stream.generate(chance::day)
                .limit(3)
                .map(day -> agreement.projection(book, day))
                .toList()
                .toString();
    }

    @Test
    void files_may_come_twice_in_any_order() { // I14
        RandomActs.seeds(PAIRS).forEach(seed -> {
            var chance = new Chance(seed);
            List<List<BroughtFiles.Row>> three = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                three.add(rows("f" + i + "-", chance));
            }
            List<List<BroughtFiles.Row>> twice = new ArrayList<>(three);
            twice.addAll(three);
            Collections.shuffle(twice, new Random(seed));
            LocalDate day = chance.day();
            assertThat(afterFiles(twice, day)).as("seed " + seed).isEqualTo(afterFiles(three, day));
        });
    }

    private static List<BroughtFiles.Row> rows(String prefix, Chance chance) {
        List<BroughtFiles.Row> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            LocalDate issued = chance.day();
            var says = new Invoice.Bill(issued, issued.plusDays(chance.below(40)), chance.money(), false, null);
            LocalDate settledOn = chance.oneIn(3) ? issued.plusDays(chance.below(30)) : null;
            String customer = chance.any(List.of("acme", "borealis"));
            rows.add(new BroughtFiles.Row(customer, prefix + i, says, settledOn));
        }
        return rows;
    }

    private String afterFiles(List<List<BroughtFiles.Row>> brought, LocalDate day) {
        Book book = books.getObject();
        brought.forEach(rows -> files.bring(book, rows));
        return agreement.projection(book, day) + book.inside(() -> checker.check(day));
    }
}
