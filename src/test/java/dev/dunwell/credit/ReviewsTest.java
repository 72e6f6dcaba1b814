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
import dev.dunwell.credit.CreditReview.Decision;
import dev.dunwell.credit.PaySegments.Segment;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Twelve invoices paid in time, then three late ones. */
@DunwellTest
class ReviewsTest {

    private static final LocalDate TODAY = day("2026-06-30");

    private int count;

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    CreditReviews reviews;

    @Autowired
    PaySegments segments;

    @Autowired
    CreditScores scores;

    @Test
    void three_of_the_last_five_more_than_ten_days_late_ask_for_a_look_once() {
        paid(14, 2, 15);
        assertThat(open(TODAY)).isZero();
        paid(15, 1, 15);
        assertThat(open(TODAY)).isEqualTo(1);
        assertThat(open(TODAY)).isZero();
        CreditReview review = waiting().getFirst();
        assertThat(review.evidence())
                .startsWith("3 of the last 5 invoices more than 10 days late: ")
                .contains("INV-15 by 15 days");
    }

    @Test
    void ten_days_late_are_not_more_than_ten() {
        paid(9, 9, 10);
        assertThat(open(TODAY)).isZero();
    }

    @Test
    void a_decision_needs_a_reason_is_kept_and_gives_ninety_days() {
        paid(9, 5, 20);
        open(TODAY);
        long id = waiting().getFirst().id();
        assertThatThrownBy(() -> decide(id, " ")).isInstanceOf(BadInput.class);
        decide(id, "Their new owner pays by the month.");
        assertThatThrownBy(() -> decide(id, "Again")).isInstanceOf(NotFound.class);
        assertThat(open(TODAY.plusDays(89))).isZero();
        CreditReview.Decided decided = Objects.requireNonNull(
                book.inside(() -> reviews.of(book.customer("C").id()))
                        .getFirst()
                        .decided());
        assertThat(decided.reason()).isEqualTo("Their new owner pays by the month.");
    }

    @Test
    void a_segment_has_a_reason_and_keeps_its_first_day_until_it_changes() {
        paid(12, 1, 15);
        refresh(TODAY.minusDays(2));
        refresh(TODAY);
        assertThat(segment().segment()).isEqualTo(Segment.PUNCTUAL);
        assertThat(segment().sinceOn()).isEqualTo(TODAY.minusDays(2));
        assertThat(segment().reason()).isEqualTo("1 of 12 invoices of a year late, 1 days on average");
        paid(20, 8, 40);
        refresh(TODAY.plusDays(1));
        assertThat(segment().segment()).isEqualTo(Segment.OFTEN_LATE);
        assertThat(segment().sinceOn()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void the_recommendation_cites_its_rule_and_differs_by_how_they_pay() {
        paid(12, 0, 0);
        CreditAdvice good =
                book.inside(() -> scores.judge(book.customer("C").id(), TODAY).advice());
        CreditScore risky = new CreditScore(20, List.of());
        CreditAdvice bad = CreditAdvice.of(risky, 20, new CreditAdvice.Bought(eur("12000.00"), 30));
        assertThat(good.rule()).contains("months of turnover as limit");
        assertThat(bad.limit()).isEqualTo(eur("0.00"));
        assertThat(bad.terms()).isEqualTo("Prepayment");
        CreditAdvice best =
                CreditAdvice.of(new CreditScore(90, List.of()), 20, new CreditAdvice.Bought(eur("12345.67"), 30));
        assertThat(best.limit()).isEqualTo(eur("3000.00"));
        assertThat(best.terms()).startsWith("Net 45");
        assertThat(best.rule())
                .isEqualTo(
                        "Reliable with 90 of 100 points, first invoice 20 months ago: 3 months of turnover as limit, and"
                                + " longer terms for who is reliable and known for a year.");
    }

    /** Invoices up to a number, the last of them so many days late, the others in time. */
    private void paid(int upTo, int late, int days) {
        for (int i = count + 1; i <= upTo; i++) {
            LocalDate due = day("2026-01-10").plusDays(7L * i);
            Invoice invoice = book.invoice(
                    "C", "INV-" + i, eur("100.00"), due.minusDays(30).toString(), due.toString());
            LocalDate on = due.plusDays(i > upTo - late ? days : 0);
            book.payment(
                    "C", eur("100.00"), on.toString(), RecordPayment.Use.named(new Share(invoice.id(), eur("100.00"))));
        }
        count = upTo;
    }

    private int open(LocalDate today) {
        return book.inside(() -> reviews.open(today));
    }

    private List<CreditReview> waiting() {
        return book.inside(() -> reviews.waiting());
    }

    private void refresh(LocalDate today) {
        Tenant.runIn(book.organisation(), () -> segments.refresh(today));
    }

    private PaySegments.Membership segment() {
        return book.inside(() -> segments.of(book.customer("C").id())).orElseThrow();
    }

    private void decide(long id, String reason) {
        Tenant.runIn(book.organisation(), () -> {
            var caller = new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, TODAY);
            reviews.decide(caller, id, Decision.TERMS, reason);
        });
    }
}
