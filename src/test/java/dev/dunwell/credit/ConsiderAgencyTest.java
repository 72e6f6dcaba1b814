package dev.dunwell.credit;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.credit.CreditReview.Decision;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One invoice paid 45 days late, and one of 500.00 that came due on 10 April and was never paid. */
@DunwellTest
class ConsiderAgencyTest {

    private static final LocalDate SIXTY_ONE_DAYS = day("2026-06-10");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    ConsiderAgency considerAgency;

    @Autowired
    CreditReviews reviews;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private long owed(int daysLate) {
        Invoice first = book.invoice("C", "INV-1", eur("100.00"), "2026-01-01", "2026-01-31");
        String paidOn = day("2026-01-31").plusDays(daysLate).toString();
        book.payment("C", eur("100.00"), paidOn, RecordPayment.Use.named(new Share(first.id(), eur("100.00"))));
        return book.invoice("C", "INV-2", eur("500.00"), "2026-03-11", "2026-04-10")
                .id();
    }

    private int open(LocalDate today) {
        return book.inside(() -> considerAgency.open(today));
    }

    @Test
    void who_pays_late_and_owes_for_more_than_sixty_days_is_thought_about_once() {
        owed(45);
        assertThat(open(SIXTY_ONE_DAYS.minusDays(1)))
                .as("sixty days are not more than sixty")
                .isZero();
        assertThat(open(SIXTY_ONE_DAYS)).isEqualTo(1);
        assertThat(open(SIXTY_ONE_DAYS.plusDays(1))).isZero();
        assertThat(book.inside(() -> reviews.waiting()).getFirst().evidence())
                .isEqualTo("Consider an agency: 500.00 EUR overdue, the oldest for 61 days, and nothing explains it; "
                        + "24 of 100 points, pays 45 days after the due date on average; each day costs a point");
    }

    @Test
    void who_used_to_pay_on_time_is_called_and_not_placed() {
        owed(0);
        assertThat(open(SIXTY_ONE_DAYS)).isZero();
    }

    @Test
    void what_is_disputed_or_at_an_agency_explains_itself() {
        long invoice = owed(45);
        inDatabase("insert into condition (customer_id, kind, from_on, reason, author)"
                + " select customer_id, 'placed', '2026-06-01', 'test', 'test' from invoice where id = " + invoice);
        assertThat(open(SIXTY_ONE_DAYS)).isZero();
        inDatabase("update condition set ended_on = '2026-06-05', ended_by = 'test', ended_why = 'back'");
        assertThat(open(SIXTY_ONE_DAYS)).isEqualTo(1);
    }

    @Test
    void a_decision_gives_ninety_days() {
        owed(45);
        open(SIXTY_ONE_DAYS);
        Tenant.runIn(book.organisation(), () -> {
            var caller = new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, SIXTY_ONE_DAYS);
            reviews.decide(caller, reviews.waiting().getFirst().id(), Decision.AGENCY, "Nobody answers.");
        });
        assertThat(open(SIXTY_ONE_DAYS.plusDays(89))).isZero();
        assertThat(open(SIXTY_ONE_DAYS.plusDays(90))).isEqualTo(1);
    }

    private void inDatabase(String sql) {
        Tenant.runIn(
                book.organisation(),
                () -> transaction.executeWithoutResult(_ -> db.sql(sql).update()));
    }
}
