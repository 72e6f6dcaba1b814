package dev.dunwell.offers;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.Plans;
import dev.dunwell.cases.Schedule.Every;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.payments.PreferWay;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An offer that is accepted opens what was offered, once. */
@DunwellTest
class AcceptOfferTest {

    private static final LocalDate TODAY = day("2026-06-30");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    Offers offers;

    @Autowired
    AcceptOffer acceptOffer;

    @Autowired
    Plans plans;

    @Autowired
    Customers customers;

    @Autowired
    TermsBook terms;

    @Autowired
    PreferWay preferWay;

    @Autowired
    OpenItems openItems;

    private Caller caller() {
        return new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, TODAY);
    }

    private long customer() {
        return book.customer("C").id();
    }

    private long offered(OfferKind kind, @Nullable Opening opens) {
        long id = customer();
        return book.inside(
                () -> offers.make(caller(), id, new Offers.Wanted(kind, "as we said", "how it pays", 0, opens)));
    }

    private AcceptOffer.@Nullable Opened accept(long offer, @Nullable String percent) {
        return book.inside(() -> acceptOffer.accept(caller(), offer, percent == null ? null : new BigDecimal(percent)));
    }

    private Offer offer() {
        long id = customer();
        return book.inside(() -> offers.of(id, TODAY)).getFirst();
    }

    private String termsNow() {
        long id = customer();
        return String.valueOf(
                book.inside(() -> customers.byId(id).orElseThrow().profile().terms()));
    }

    @Test
    void parts_open_a_plan_over_all_that_is_overdue_and_twice_is_once() {
        book.invoice("C", "I-1", eur("100.00"), "2026-04-01", "2026-05-01");
        book.invoice("C", "I-2", eur("200.00"), "2026-05-01", "2026-06-01");
        book.invoice("C", "I-3", eur("400.00"), "2026-06-20", "2026-07-20");
        long offer = offered(OfferKind.INSTALMENTS, new Opening.Parts(4, Every.WEEK, day("2026-07-03")));
        accept(offer, null);
        assertThatThrownBy(() -> accept(offer, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
        long id = customer();
        List<Plan> opened = book.inside(() -> plans.ofCustomer(id, Plans.Which.ALL, TODAY));
        assertThat(opened).singleElement().satisfies(plan -> {
            assertThat(plan.amount()).isEqualTo(eur("300.00"));
            assertThat(plan.state()).isEqualTo(Plan.State.ON_TRACK);
            assertThat(book.inside(() -> plans.lines(plan)))
                    .contains(new Plan.Line(day("2026-07-24"), eur("75.00")))
                    .hasSize(4);
            assertThat(offer().openedAt()).isEqualTo(plan.url());
        });
        assertThat(offer().opened()).isEqualTo("A plan of 4 parts over 300.00 EUR");
    }

    @Test
    void an_offer_waits_on_where_what_it_offers_cannot_be_opened() {
        long offer = offered(OfferKind.INSTALMENTS, new Opening.Parts(4, Every.WEEK, day("2026-07-03")));
        assertThatThrownBy(() -> accept(offer, null)).hasMessageContaining("Nothing is overdue");
        assertThat(offer().isAccepted()).isNull();
    }

    @Test
    void another_due_day_becomes_terms_that_never_ask_sooner() {
        book.terms("C", "2/10 net 30");
        accept(offered(OfferKind.DUE_DAY, new Opening.DueDay(15)), null);
        assertThat(termsNow()).isEqualTo("2/10 day 15 of next month, from day 16 the month after");
        var conditions = book.inside(() -> terms.inForce(termsNow(), TODAY))
                .orElseThrow()
                .conditions();
        assertThat(conditions.due().dueOn(day("2026-07-15"))).isEqualTo(day("2026-08-15"));
        assertThat(conditions.due().dueOn(day("2026-07-16"))).isEqualTo(day("2026-09-15"));
    }

    @Test
    void another_due_day_moves_no_invoice_that_is_open_and_says_so() {
        book.terms("C", "net 30");
        long open = book.invoice("C", "I-1", eur("100.00"), "2026-06-20", "2026-07-20")
                .id();
        accept(offered(OfferKind.DUE_DAY, new Opening.DueDay(28)), null);
        assertThat(book.inside(() -> openItems.of(customer(), TODAY)))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(open))
                .satisfies(item -> assertThat(item.dueOn()).isEqualTo(day("2026-07-20")));
        assertThat(offer().opened()).endsWith("; open ones stay due as they are");
    }

    @Test
    void a_discount_asks_how_much_and_becomes_a_version_of_terms() {
        book.terms("C", "net 30");
        long offer = offered(OfferKind.EARLY_PAYMENT, new Opening.Discount(10));
        assertThatThrownBy(() -> accept(offer, null)).isInstanceOf(BadInput.class);
        assertThat(offer().isAccepted()).isNull();
        accept(offer, "2.50");
        assertThat(termsNow()).isEqualTo("2.5/10 net 30");
        assertThat(offer().opened()).contains("2.5/10 net 30");
    }

    @Test
    void direct_debit_comes_first_at_the_door_and_what_opens_nothing_is_only_written_down() {
        accept(offered(OfferKind.AUTOPAY, new Opening.Debit()), null);
        long id = customer();
        assertThat(book.inside(() -> preferWay.of(id))).contains(PaymentMethod.DIRECT_DEBIT);
        assertThat(accept(offered(OfferKind.REBATE, null), null)).isNull();
        assertThat(offer().isAccepted()).isTrue();
    }

    @Test
    void what_opens_reads_as_it_is_written() {
        for (Opening opening : List.of(
                new Opening.Parts(6, Every.TWO_WEEKS, TODAY),
                new Opening.DueDay(31),
                new Opening.Discount(10),
                new Opening.Debit())) {
            assertThat(Opening.read(opening.toString())).contains(opening);
        }
        assertThat(Opening.read("parts 6 every year from 2026-01-01")).isEmpty();
        assertThat(Opening.read("")).isEmpty();
    }
}
