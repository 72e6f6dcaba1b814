package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.SeededLines;
import dev.dunwell.agreements.SlowOracle;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contracts through the whole house: agreed, changed while they run, billed by nights that meet each other and are
 * killed, issued at the same time by clerks. What comes of it is what a walk through every day says.
 */
@DunwellTest
@Tag("slow")
class ContractYearsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int NIGHTS_AT_ONCE = 2;
    private static final int CLERKS = 6;
    private static final int CONTRACTS_EACH = 3;
    private static final int CONNECTIONS = 3;
    private static final int KILLED_EACH = 5;

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_winter_of_contracts_equals_the_walk_through_every_day() throws Exception {
        live(20, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 8));
    }

    @Test
    @Tag("soak")
    void three_years_of_two_hundred_contracts_equal_the_walk_through_every_day() throws Exception {
        live(200, LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1));
    }

    private void live(int count, LocalDate first, LocalDate last) throws Exception {
        var random = new Random(first.getYear());
        List<RunningContract> contracts = new ArrayList<>();
        Customer customer = shop.customer("C", "DE", Buyer.Form.PDF);
        for (SeededLines.Agreed agreed : SeededLines.of(random, first.getYear(), count, List.of("EUR", "USD"))) {
            if (contracts.size() % CONTRACTS_EACH == 0) {
                customer = shop.customer("C" + contracts.size(), "DE", Buyer.Form.PDF);
            }
            contracts.add(RunningContract.recorded(shop, customer, agreed, random));
        }
        for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
            if (!SeededLines.isDown(night)) {
                for (RunningContract contract : contracts) {
                    contract.changeOn(shop, night);
                }
                work(night, night.toEpochDay() % KILLED_EACH == 0);
            }
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            work(last, false); // dead connections leave the pool as they are found
        }
        requireBilledOnce(contracts, last);
        requireNumbersWithoutGap();
        requireInvoicesThatAddUp();
    }

    /** Two nights and six clerks at once; a killer ends the sessions of some in the middle of their work. */
    private void work(LocalDate today, boolean isKilled) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < NIGHTS_AT_ONCE; i++) {
            all.add(() -> shop.night(today).issued() >= 0);
        }
        for (int i = 0; i < CLERKS; i++) {
            all.add(() -> clerk(today));
        }
        if (isKilled) {
            all.add(this::killer);
        }
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Boolean> each : threads.invokeAll(all)) {
                if (each.state() == Future.State.FAILED) {
                    assertThat(each.exceptionNow())
                            .as("a session that was ended")
                            .isInstanceOfAny(TransactionException.class, DataAccessResourceFailureException.class);
                }
            }
        }
    }

    /** Issues all that waits, and says that it is meant. */
    private boolean clerk(LocalDate today) {
        List<Proposal> waiting = shop.inside(() -> shop.doors()
                .proposals()
                .of(
                        shop.doors().organisations().current(),
                        shop.doors().billables().unbilled(today.plusDays(1)),
                        today));
        for (Proposal each : waiting) {
            var wanted = new IssueInvoice.Wanted(each.billables(), EnumSet.allOf(Finding.Code.class), today);
            try {
                shop.inside(() -> shop.doors()
                        .issueInvoice()
                        .issue(NORA, shop.doors().organisations().current(), wanted));
            } catch (Refusal quicker) {
                // somebody else was
            } catch (BadInput nothingDue) {
                assertThat(each.draft().gross().isZero()).isTrue();
            }
        }
        return true;
    }

    private boolean killer() {
        for (int i = 0; i < 4; i++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000));
            asked(() -> db.sql("""
                    select pg_terminate_backend(pid)
                    from pg_stat_activity
                    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                      and state <> 'idle'
                    order by random() limit 2
                    """).query().listOfRows());
        }
        return true;
    }

    private <T> T asked(Supplier<T> question) {
        return shop.inside(() -> Objects.requireNonNull(transaction.execute(_ -> question.get())));
    }

    private record Key(LocalDate from, LocalDate billOn, Money amount) {}

    private void requireBilledOnce(List<RunningContract> contracts, LocalDate last) {
        Map<Long, List<Key>> billed = new HashMap<>();
        asked(() -> {
            db.sql("""
                    select b.line_id, split_part(b.source_key, ':', 3)::date as from_on, b.bill_on, b.amount, b.currency
                    from billable b
                    join billed d on d.org_id = b.org_id and d.billable_id = b.id
                    order by b.line_id, b.delivered_from
                    """).query(row -> {
                billed.computeIfAbsent(row.getLong("line_id"), _ -> new ArrayList<>())
                        .add(new Key(
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("bill_on", LocalDate.class),
                                Money.ofMinor(row.getLong("amount"), row.getString("currency"))));
            });
            return true;
        });
        List<Billable> left = shop.inside(() -> shop.doors().billables().unbilled(last));
        assertThat(left)
                .as("what comes to nothing waits for more")
                .allMatch(each -> each.amount().isZero());
        for (RunningContract contract : contracts) {
            LocalDate there = last.atTime(2, 0)
                    .atZone(BERLIN)
                    .withZoneSameInstant(contract.zone())
                    .toLocalDate();
            List<Key> expected = SlowOracle.bill(contract.line(), contract.kind(), there).stream()
                    .map(each -> new Key(each.from(), each.billOn(), each.amount()))
                    .filter(each -> left.stream()
                            .noneMatch(zero -> zero.key().equals("contract:" + contract.lineId() + ":" + each.from())))
                    .toList();
            assertThat(billed.getOrDefault(contract.lineId(), List.of()))
                    .as(contract.line().toString())
                    .containsExactlyElementsOf(expected);
        }
    }

    private void requireNumbersWithoutGap() {
        record Year(int year, int documents, int last, int numbers) {}
        List<Year> years = asked(() -> db.sql("""
                select year, count(*) as documents, max(seq) as last, count(distinct number) as numbers
                from issued_document group by year
                """).query(Year.class).list());
        assertThat(years)
                .isNotEmpty()
                .allSatisfy(
                        year -> assertThat(year.documents).isEqualTo(year.last).isEqualTo(year.numbers));
    }

    private void requireInvoicesThatAddUp() {
        int wrong = asked(() -> db.sql("""
                select count(*)
                from issued_document d
                where (d.content #>> '{sums,net,amount}')::numeric * 100
                  <> (select sum(b.amount) from billed x join billable b on b.org_id = x.org_id and b.id = x.billable_id
                      where x.org_id = d.org_id and x.document_id = d.id)
                """).query(Integer.class).single());
        assertThat(wrong).isZero();
    }
}
