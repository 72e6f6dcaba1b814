package dev.dunwell.cases;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Objection;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Disputes, questions, plans and flags, against the database. */
@DunwellTest
class CasesTest {

    private static final LocalDate TODAY = day("2026-03-16");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    Disputes disputes;

    @Autowired
    Invoices invoices;

    @Autowired
    Cases cases;

    @Autowired
    CaseFile file;

    @Autowired
    ResolveDispute resolve;

    @Autowired
    AskQuestion askQuestion;

    @Autowired
    AnswerQuestion answerQuestion;

    @Autowired
    ProposePlan proposePlan;

    @Autowired
    DecidePlan decidePlan;

    @Autowired
    JudgePlans judgePlans;

    @Autowired
    Plans plans;

    @Autowired
    ChronicDebtors debtors;

    @Autowired
    Archive archive;

    private Caller on(LocalDate day) {
        return new Caller(book.inside(organisations::current), NORA, Role.CREDIT_MANAGER, null, day);
    }

    private Caller nora() {
        return on(TODAY);
    }

    private void does(Runnable act) {
        Tenant.runIn(book.organisation(), act);
    }

    private Invoice invoice(String number) {
        return book.invoice("acme", number, eur("1000.00"), "2026-02-01", "2026-03-01");
    }

    private Money open(Invoice invoice) {
        return book.inside(() -> invoices.byId(invoice.id(), TODAY))
                .orElseThrow()
                .open();
    }

    private long dispute(Invoice invoice, @Nullable Money part) {
        var objection = new Objection(DeductionCode.QUANTITY_SHORT, "Two boxes were missing", part, null, null);
        return book.inside(() -> disputes.open(nora(), invoice.id(), objection));
    }

    private Case get(Case.Kind kind, long id) {
        return book.inside(() -> cases.get(kind, id, TODAY));
    }

    @Test
    void a_dispute_about_a_part_says_how_much_is_at_stake_and_until_when_it_is_to_be_settled() {
        Case dispute = get(Case.Kind.DISPUTE, dispute(invoice("1"), eur("250.00")));
        assertThat(dispute.atStake()).isEqualTo(eur("250.00"));
        assertThat(dispute.isPart()).isTrue();
        assertThat(dispute.code()).isEqualTo(DeductionCode.QUANTITY_SHORT);
        assertThat(dispute.dueOn()).isEqualTo(TODAY.plusDays(14));
    }

    @Test
    void more_than_is_open_cannot_be_disputed_and_nothing_twice() {
        Invoice invoice = invoice("1");
        assertThatThrownBy(() -> dispute(invoice, eur("1000.01"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> dispute(invoice, Money.of("1.00", "USD"))).isInstanceOf(BadInput.class);
        dispute(invoice, null);
        assertThatThrownBy(() -> dispute(invoice, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_credit_settles_what_was_disputed_and_ends_the_dispute() {
        Invoice invoice = invoice("1");
        long id = dispute(invoice, eur("250.00"));
        does(() -> resolve.credit(nora(), id, "CN-1", "They were short"));
        assertThat(open(invoice)).isEqualTo(eur("750.00"));
        Case ended = get(Case.Kind.DISPUTE, id);
        assertThat(ended.end()).isEqualTo(new Case.End(TODAY, NORA.name(), "credited"));
        assertThat(ended.atStake()).isEqualTo(eur("250.00"));
        assertThatThrownBy(() -> does(() -> resolve.reject(nora(), id, "again")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_rejection_leaves_a_letter_that_says_why() throws IOException {
        Invoice invoice = invoice("1");
        long id = dispute(invoice, null);
        assertThatThrownBy(() -> does(() -> resolve.reject(nora(), id, " "))).isInstanceOf(BadInput.class);
        does(() -> resolve.reject(nora(), id, "The delivery note is signed."));
        assertThat(open(invoice)).isEqualTo(eur("1000.00"));
        CaseFile.Entry letter = book.inside(() -> file.entries(Case.Kind.DISPUTE, id)).stream()
                .filter(entry -> entry.paperId() != null)
                .findFirst()
                .orElseThrow();
        assertThat(letter.text()).isEqualTo("Answer to 1.pdf");
        long paper = Objects.requireNonNull(letter.paperId());
        byte[] start = book.inside(() -> {
            try (InputStream in = archive.open(file.paper(paper).orElseThrow().hash())) {
                return in.readNBytes(5);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(start).asString().isEqualTo("%PDF-");
    }

    @Test
    void a_split_credits_a_part_and_only_a_part() {
        Invoice invoice = invoice("1");
        long id = dispute(invoice, eur("250.00"));
        assertThatThrownBy(() -> does(() -> resolve.split(nora(), id, eur("250.00"), "CN-1", "why")))
                .isInstanceOf(BadInput.class);
        does(() -> resolve.split(nora(), id, eur("100.00"), "CN-1", "One box was there."));
        assertThat(open(invoice)).isEqualTo(eur("900.00"));
        assertThat(get(Case.Kind.DISPUTE, id).end())
                .extracting(Case.End::outcome)
                .isEqualTo("split");
    }

    @Test
    void the_worklist_finds_by_kind_words_and_amount() {
        Invoice small = book.invoice("acme", "S-1", eur("10.00"), "2026-02-01", "2026-03-01");
        Invoice large = invoice("L-1");
        dispute(small, null);
        dispute(large, null);
        ask(large, "Which order?");
        assertThat(list(CaseFilter.OPEN)).hasSize(3);
        assertThat(list(CaseFilter.open(Case.Kind.QUESTION)))
                .singleElement()
                .extracting(Case::text)
                .isEqualTo("Which order?");
        var byAmount =
                new CaseFilter(Case.Kind.DISPUTE, CaseFilter.State.OPEN, null, false, "boxes", CaseFilter.Order.AMOUNT);
        assertThat(list(byAmount))
                .extracting(each -> String.valueOf(each.about()))
                .containsExactly(
                        String.valueOf(new Case.About(large.id(), "L-1")),
                        String.valueOf(new Case.About(small.id(), "S-1")));
    }

    private List<Case> list(CaseFilter filter) {
        return book.inside(() -> cases.list(filter, TODAY, 100));
    }

    private long ask(Invoice invoice, String text) {
        var wanted = new AskQuestion.Wanted(invoice.customerId(), invoice.id(), "Ann", text, null, null);
        return book.inside(() -> askQuestion.ask(nora(), wanted));
    }

    @Test
    void a_question_is_answered_once() {
        long id = ask(invoice("1"), "Which order?");
        assertThat(get(Case.Kind.QUESTION, id).dueOn()).isEqualTo(day("2026-03-17"));
        does(() -> answerQuestion.answer(nora(), id, "Order 4711"));
        assertThat(get(Case.Kind.QUESTION, id).end())
                .extracting(Case.End::outcome)
                .isEqualTo("Order 4711");
        assertThatThrownBy(() -> does(() -> answerQuestion.answer(nora(), id, "again")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_question_names_an_invoice_of_its_customer() {
        Invoice others = book.invoice("bolt", "B-1", eur("10.00"), "2026-02-01", "2026-03-01");
        long acme = book.customer("acme").id();
        var wanted = new AskQuestion.Wanted(acme, others.id(), "", "Which order?", null, null);
        assertThatThrownBy(() -> does(() -> askQuestion.ask(nora(), wanted))).isInstanceOf(BadInput.class);
    }

    private long plan(Invoice invoice, Plan.Line... lines) {
        var wanted = new ProposePlan.Wanted(invoice.customerId(), List.of(invoice.id()), List.of(lines));
        return book.inside(() -> proposePlan.propose(nora(), wanted));
    }

    private static Plan.Line line(String day, String amount) {
        return new Plan.Line(day(day), eur(amount));
    }

    private Plan plan(long id, String today) {
        return book.inside(() -> plans.get(id, day(today)));
    }

    @Test
    void the_lines_of_a_plan_sum_to_what_is_open_and_rise() {
        Invoice invoice = invoice("1");
        assertThatThrownBy(() -> plan(invoice, line("2026-04-01", "999.99")))
                .hasMessage("The lines sum to 999.99 EUR, but 1000.00 EUR are open.");
        assertThatThrownBy(() -> plan(invoice, line("2026-04-01", "500.00"), line("2026-04-01", "500.00")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> plan(invoice, line("2026-03-15", "1000.00"))).isInstanceOf(BadInput.class);
        plan(invoice, line("2026-03-16", "1000.00"));
        assertThatThrownBy(() -> plan(invoice, line("2026-04-01", "1000.00")))
                .as("it is in another plan")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_plan_is_judged_from_the_money_that_came() {
        Invoice invoice = invoice("1");
        long id = plan(invoice, line("2026-03-20", "400.00"), line("2026-04-20", "600.00"));
        assertThat(plan(id, "2026-03-16").state()).isEqualTo(Plan.State.PROPOSED);
        does(() -> decidePlan.accept(nora(), id, "Ann Acme"));
        assertThat(plan(id, "2026-03-20").state()).isEqualTo(Plan.State.ON_TRACK);
        assertThat(plan(id, "2026-03-21").state()).isEqualTo(Plan.State.BEHIND);
        book.payment("acme", eur("400.00"), "2026-03-19", RecordPayment.Use.UNAPPLIED);
        assertThat(plan(id, "2026-03-21").state())
                .as("money that waits to be applied counts")
                .isEqualTo(Plan.State.ON_TRACK);
        does(() -> judgePlans.run(day("2026-04-21")));
        assertThat(plan(id, "2026-04-21").state()).as("a day of grace").isEqualTo(Plan.State.BEHIND);
        does(() -> judgePlans.run(day("2026-04-22")));
        does(() -> judgePlans.run(day("2026-04-22")));
        assertThat(plan(id, "2026-04-22").state()).isEqualTo(Plan.State.BROKEN);
        assertThat(plan(id, "2026-04-22").end())
                .extracting(Plan.End::reason)
                .isEqualTo("Line 2, due on 2026-04-20, did not arrive.");
    }

    @Test
    void a_plan_that_is_paid_is_finished() {
        Invoice invoice = invoice("1");
        long id = plan(invoice, line("2026-03-20", "1000.00"));
        does(() -> decidePlan.accept(nora(), id, "Ann Acme"));
        book.creditNote("acme", "CN-1", eur("1000.00"), "2026-03-18", new Share(invoice.id(), eur("1000.00")));
        does(() -> judgePlans.run(day("2026-03-19")));
        assertThat(plan(id, "2026-03-19").state()).isEqualTo(Plan.State.FINISHED);
        assertThatThrownBy(() -> does(() -> decidePlan.end(nora(), id, "why"))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_flag_has_an_author_a_reason_and_a_way_back() {
        long acme = book.customer("acme").id();
        assertThatThrownBy(() -> does(() -> debtors.flag(nora(), acme, ""))).isInstanceOf(BadInput.class);
        does(() -> debtors.flag(nora(), acme, "Pays when sued"));
        assertThatThrownBy(() -> does(() -> debtors.flag(nora(), acme, "again")))
                .isInstanceOf(Refusal.class);
        does(() -> debtors.clear(nora(), acme, "New owner"));
        does(() -> debtors.flag(nora(), acme, "As before"));
        assertThat(book.inside(() -> debtors.history(acme)))
                .extracting(DebtorFlag::reason, DebtorFlag::isStanding)
                .containsExactly(tuple("As before", true), tuple("Pays when sued", false));
    }

    @Test
    void who_pays_four_of_five_invoices_late_is_proposed_with_the_evidence() {
        for (int i = 1; i <= 5; i++) {
            book.invoice("acme", "A-" + i, eur("10.00"), "2025-12-01", "2026-01-01");
            book.invoice("bolt", "B-" + i, eur("10.00"), "2025-12-01", i < 3 ? "2026-01-01" : "2026-03-10");
        }
        assertThat(book.inside(() -> debtors.proposals(TODAY, 10)))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.number()).isEqualTo("acme");
                    assertThat(proposal.evidence())
                            .isEqualTo("5 of 5 invoices of the last year more than 30 days late");
                });
    }
}
