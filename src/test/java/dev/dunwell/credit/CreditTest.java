package dev.dunwell.credit;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.credit.CreditPolicy.OnBreach;
import dev.dunwell.credit.CreditStanding.State;
import dev.dunwell.family.RelateCustomers;
import dev.dunwell.family.Relation;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class CreditTest {

    private static final LocalDate TODAY = day("2026-03-31");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    CreditCheck check;

    @Autowired
    CreditLimits limits;

    @Autowired
    CreditScores scores;

    @Autowired
    SetCreditLimit setCreditLimit;

    @Autowired
    SetCreditPolicy setCreditPolicy;

    @Autowired
    RecordCommitment recordCommitment;

    @Autowired
    RelateCustomers relateCustomers;

    private Caller nora() {
        return new Caller(book.inside(organisations::current), NORA, Role.CREDIT_MANAGER, null, TODAY);
    }

    private long id(String number) {
        return book.customer(number).id();
    }

    private void limit(String customer, @Nullable Money amount, @Nullable LocalDate from, String reason) {
        long id = id(customer);
        Tenant.runIn(
                book.organisation(),
                () -> setCreditLimit.set(nora(), id, new SetCreditLimit.Wanted(EUR, amount, from, reason)));
    }

    private CreditCheck.Answer answer(String customer, @Nullable Money order) {
        long id = id(customer);
        return book.inside(() -> check.of(organisations.current(), id, TODAY, order));
    }

    private State state(String customer) {
        CreditCheck.Line worst = answer(customer, null).worst();
        return worst == null ? State.WITHIN : worst.standing().state();
    }

    @Test
    void the_last_limit_of_the_day_counts_and_the_earlier_stay_to_be_read() {
        book.invoice("acme", "1", eur("100.00"), "2026-03-01", "2026-04-30");
        limit("acme", eur("50.00"), day("2026-01-01"), "new customer");
        assertThat(state("acme")).isEqualTo(State.OVER);
        limit("acme", eur("500.00"), null, "pays well");
        limit("acme", eur("60.00"), day("2026-04-01"), "next month");
        assertThat(state("acme")).isEqualTo(State.WITHIN);
        assertThat(book.inside(() -> limits.history(id("acme"))))
                .extracting(CreditLimit::reason)
                .containsExactly("next month", "pays well", "new customer");
        limit("acme", null, null, "insured");
        CreditCheck.Line line = Objects.requireNonNull(answer("acme", null).worst());
        assertThat(line.standing().exposure().limit()).isNull();
        assertThatThrownBy(() -> limit("acme", eur("1.00"), null, " ")).isInstanceOf(BadInput.class);
    }

    @Test
    void what_a_child_owes_counts_towards_the_limit_of_its_parent() {
        var wanted = new RelateCustomers.Wanted(Relation.Kind.PARENT, id("head"), null, null, "");
        long child = id("child");
        Tenant.runIn(book.organisation(), () -> relateCustomers.relate(nora(), child, wanted));
        book.invoice("head", "1", eur("60.00"), "2026-03-01", "2026-04-30");
        book.invoice("child", "2", eur("50.00"), "2026-03-01", "2026-04-30");
        limit("head", eur("100.00"), null, "the group");
        limit("child", eur("80.00"), null, "the child");
        assertThat(state("head")).isEqualTo(State.OVER);
        CreditCheck.Answer answer = answer("child", null);
        assertThat(answer.lines()).extracting(line -> line.whose().number()).containsExactly("child", "head");
        assertThat(answer.lines())
                .extracting(line -> line.standing().state())
                .containsExactly(State.WITHIN, State.OVER);
        assertThat(answer.worst()).isNotNull();
        assertThat(state("child")).isEqualTo(State.OVER);
    }

    @Test
    void a_source_says_what_is_on_its_way_and_takes_the_place_of_what_it_said() {
        limit("acme", eur("100.00"), null, "small");
        commit("acme", RecordCommitment.Kind.ORDERED, "70.00", "shop");
        commit("acme", RecordCommitment.Kind.ORDERED, "20.00", "shop");
        commit("acme", RecordCommitment.Kind.UNBILLED, "15.00", "works");
        CreditCheck.Line line = Objects.requireNonNull(answer("acme", null).worst());
        assertThat(line.standing().exposure().total()).isEqualTo(eur("35.00"));
        CreditCheck.Line ordering =
                Objects.requireNonNull(answer("acme", eur("70.00")).worst());
        assertThat(ordering.standing().state()).isEqualTo(State.OVER);
    }

    private void commit(String customer, RecordCommitment.Kind kind, String amount, String source) {
        long id = id(customer);
        Tenant.runIn(
                book.organisation(),
                () -> recordCommitment.record(
                        nora(), id, new RecordCommitment.Wanted(kind, eur(amount), null, source)));
    }

    @Test
    void what_is_overdue_for_longer_than_the_policy_stops_and_is_listed() {
        book.invoice("late", "1", eur("10.00"), "2026-01-01", "2026-02-28");
        book.invoice("good", "2", eur("10.00"), "2026-03-01", "2026-03-30");
        assertThat(state("late")).isEqualTo(State.WITHIN);
        Tenant.runIn(book.organisation(), () -> setCreditPolicy.set(nora(), new CreditPolicy(OnBreach.STOP, 30)));
        assertThat(state("late")).isEqualTo(State.STOPPED);
        assertThat(state("good")).isEqualTo(State.WITHIN);
        assertThat(book.inside(() -> check.troubled(organisations.current(), TODAY)))
                .containsOnlyKeys(id("late"));
    }

    @Test
    void a_score_is_read_from_what_a_customer_did() {
        book.invoice("acme", "1", eur("100.00"), "2025-03-31", "2026-02-28");
        book.payment("acme", eur("100.00"), "2026-03-10", dev.dunwell.ledger.RecordPayment.Use.OLDEST_FIRST);
        book.invoice("acme", "2", eur("10.00"), "2026-03-01", "2026-04-30");
        CreditScore score = book.inside(() -> scores.of(id("acme"), TODAY));
        assertThat(score.factors()).extracting(CreditScore.Factor::points).containsExactly(25, 25, 14, 10, 2);
        assertThat(book.inside(() -> scores.of(id("new"), TODAY)).points()).isBetween(1, 99);
    }
}
