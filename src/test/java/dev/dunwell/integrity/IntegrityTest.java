package dev.dunwell.integrity;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class IntegrityTest {

    @Autowired
    Book book;

    @Autowired
    CheckIntegrity checkIntegrity;

    @Autowired
    Runs runs;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today() {
        return book.inside(() -> organisations.current().today(clock));
    }

    private Run check() {
        Tenant.runIn(book.organisation(), () -> checkIntegrity.check(NORA, today()));
        return book.inside(() -> runs.last().orElseThrow());
    }

    private void breakIt(String sql) {
        Tenant.runIn(
                book.organisation(),
                () -> transaction.executeWithoutResult(_ -> db.sql(sql).update()));
    }

    @Test
    void a_sound_book_answers_every_question_with_yes() {
        book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        Run run = check();
        assertThat(run.findings()).filteredOn(finding -> !finding.isWell()).isEmpty();
        assertThat(run.findings())
                .hasSizeGreaterThan(20)
                .extracting(Finding::code)
                .contains("open-amounts", "balance", "walls", "audit-chain", "standings");
        assertThat(run.author()).isEqualTo("Nora Lindqvist");
        assertThat(book.inside(runs::brokenLast)).isZero();
    }

    @Test
    void what_was_changed_behind_the_back_is_found_with_an_example() {
        book.invoice("acme", "INV-7", eur("100.00"), "2026-01-01", "2026-01-31");
        breakIt("update invoice set open_amount = open_amount - 1");
        Run run = check();
        assertThat(run.findings().stream()
                        .filter(finding -> !finding.isWell())
                        .map(Finding::code)
                        .collect(Collectors.toSet()))
                .contains("open-amounts", "standings");
        assertThat(run.findings())
                .filteredOn(finding -> finding.code().equals("open-amounts"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.examples())
                        .first()
                        .satisfies(example -> assertThat(example.url()).contains("INV-7")));
        assertThat(book.inside(runs::brokenLast)).isEqualTo(run.broken());
        breakIt("update invoice set open_amount = open_amount + 1");
        assertThat(check().isWell()).isTrue();
    }

    @Test
    void nobody_has_asked_yet() {
        book.customer(day("2026-01-01").toString());
        assertThat(book.inside(runs::last)).isEmpty();
        assertThat(book.inside(runs::brokenLast)).isZero();
    }
}
