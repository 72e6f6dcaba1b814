package dev.dunwell.family;

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
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class MergeTest {

    private static final LocalDate TODAY = day("2026-03-31");

    /**
     * What names a customer and stays with it: what was agreed or decided about that number alone, or told of the past.
     */
    private static final Set<String> STAYS = Set.of(
            "approval.customer_id",
            "customer_standing.customer_id",
            "worklist_done.customer_id",
            "work_claim.customer_id",
            "handover.customer_id",
            "credit_limit.customer_id",
            "pay_segment.customer_id",
            "trial_member.customer_id",
            "alert.customer_id",
            "book_mover.customer_id",
            "book_risk.customer_id",
            "buyer.customer_id",
            "order_demand.customer_id",
            "strategy_assignment.customer_id",
            "customer_amendment.customer_id",
            "customer_merge.from_id",
            "customer_merge.into_id",
            "customer_distinct.first_id",
            "customer_distinct.second_id");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    Customers customers;

    @Autowired
    RecordContact recordContact;

    @Autowired
    MergeCustomers mergeCustomers;

    @Autowired
    UndoMerge undoMerge;

    @Autowired
    RelateCustomers relateCustomers;

    @Autowired
    Duplicates duplicates;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Caller nora() {
        return new Caller(book.inside(organisations::current), NORA, Role.CREDIT_MANAGER, null, TODAY);
    }

    private long id(String number) {
        return book.customer(number).id();
    }

    private long merge(String from, String into) {
        long gone = id(from);
        long stays = id(into);
        return book.inside(() -> mergeCustomers.merge(nora(), gone, stays, "the same shop"));
    }

    private void contact(String customer, String name, String email) {
        long id = id(customer);
        var details = new Contact.Details(name, email, null, Contact.Role.AP_CLERK, null);
        book.inside(() -> recordContact.record(NORA, id, details));
    }

    private void aBook() {
        Invoice one = book.invoice("old", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.invoice("old", "2", eur("50.00"), "2026-02-01", "2026-03-02");
        book.invoice("new", "3", eur("70.00"), "2026-01-15", "2026-02-14");
        book.payment("old", eur("40.00"), "2026-02-10", RecordPayment.Use.named(new Share(one.id(), eur("40.00"))));
        book.payment("new", eur("15.00"), "2026-02-11", RecordPayment.Use.ON_ACCOUNT);
        book.creditNote("old", "C-1", eur("20.00"), "2026-03-01");
        contact("old", "Ann", "ann@old.example");
        contact("old", "Both", "both@old.example");
        contact("new", "both", "BOTH@old.example");
    }

    /** What is open and what is not used, by currency, on several days. */
    private String totals() {
        return book.inside(() -> transaction.execute(_ -> List.of("2026-01-20", "2026-02-10", "2026-03-31").stream()
                .map(on -> db.sql("""
                        select coalesce(string_agg(s, '; ' order by s), '')
                        from (
                          select currency || ' open ' || sum(open_amount) as s from open_invoice(:day) group by currency
                          union all
                          select currency || ' unused ' || sum(open_amount) from open_credit(:day) group by currency) t
                        """).param("day", day(on)).query(String.class).single())
                .collect(Collectors.joining(" | "))));
    }

    /** Whose everything is: the whole of what a merge may touch. */
    private Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        Tenant.runIn(
                book.organisation(),
                () -> transaction.executeWithoutResult(_ -> {
                    for (String table : List.of(
                            "invoice",
                            "payment",
                            "credit_note",
                            "contact",
                            "interaction",
                            "promise",
                            "hold",
                            "message")) {
                        owners.put(
                                table,
                                db.sql(
                                                "select coalesce(string_agg(id || ' of ' || customer_id, ', ' order by id), '') from "
                                                        + table)
                                        .query(String.class)
                                        .single());
                    }
                    owners.put(
                            "customer",
                            db.sql(
                                            "select string_agg(id || coalesce(' in ' || merged_into, '')"
                                                    + " || case when voided_at is null then '' else ' gone' end, ', ' order by id) from customer")
                                    .query(String.class)
                                    .single());
                    owners.put(
                            "standing",
                            db.sql("select coalesce(string_agg(customer_id || ' ' || open_amount || ' ' || items, ', '"
                                            + " order by customer_id), '') from customer_standing")
                                    .query(String.class)
                                    .single());
                }));
        return owners;
    }

    @Test
    void all_that_a_customer_had_goes_over_and_the_totals_stay() {
        aBook();
        String before = totals();
        merge("old", "new");
        assertThat(totals()).isEqualTo(before);
        assertThat(book.open("new", "2026-03-31")).extracting(OpenItem::number).containsExactly("1", "3", "2");
        assertThat(book.open("old", "2026-03-31")).isEmpty();
        assertThat(book.credits("new", "2026-03-31")).hasSize(2);
    }

    @Test
    void undoing_a_merge_puts_everything_back_where_it_was() { // I23
        aBook();
        String before = totals();
        Map<String, String> owners = owners();
        long merge = merge("old", "new");
        assertThat(owners()).isNotEqualTo(owners);
        book.inside(() -> undoMerge.undo(nora(), merge));
        assertThat(owners()).isEqualTo(owners);
        assertThat(totals()).isEqualTo(before);
        assertThatThrownBy(() -> book.inside(() -> undoMerge.undo(nora(), merge)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
    }

    @Test
    void what_came_after_the_merge_stays_with_the_survivor() {
        aBook();
        long merge = merge("old", "new");
        book.invoice("new", "4", eur("9.00"), "2026-03-01", "2026-03-31");
        book.inside(() -> undoMerge.undo(nora(), merge));
        assertThat(book.open("new", "2026-03-31")).extracting(OpenItem::number).containsExactly("3", "4");
        assertThat(book.open("old", "2026-03-31")).extracting(OpenItem::number).containsExactly("1", "2");
    }

    @Test
    void the_old_number_leads_to_the_survivor_and_is_not_given_again() {
        aBook();
        merge("old", "new");
        assertThat(book.inside(() -> customers.byNumber("old")))
                .map(Customer::number)
                .contains("new");
        assertThat(book.inside(() -> customers.page("old", null, 10).rows()))
                .extracting(Customer::number)
                .containsExactly("new");
        assertThatThrownBy(() -> book.inside(
                        () -> book.doors().recordCustomer().record(NORA, "old", "Again", Customer.Profile.UNKNOWN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("since the two were merged");
    }

    @Test
    void a_chain_of_merges_is_undone_from_its_end() {
        aBook();
        id("third");
        Map<String, String> owners = owners();
        long first = merge("old", "new");
        long second = merge("new", "third");
        assertThat(book.inside(() -> customers.byNumber("old")))
                .map(Customer::number)
                .contains("third");
        assertThatThrownBy(() -> book.inside(() -> undoMerge.undo(nora(), first)))
                .hasMessageContaining("Undo that merge first");
        book.inside(() -> undoMerge.undo(nora(), second));
        book.inside(() -> undoMerge.undo(nora(), first));
        assertThat(owners()).isEqualTo(owners);
    }

    @Test
    void relatives_are_not_merged() {
        id("parent");
        long child = id("child");
        var wanted = new RelateCustomers.Wanted(Relation.Kind.PARENT, id("parent"), null, null, "");
        Tenant.runIn(book.organisation(), () -> relateCustomers.relate(nora(), child, wanted));
        assertThatThrownBy(() -> merge("child", "parent")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> merge("parent", "child")).isInstanceOf(Refusal.class);
    }

    @Test
    void two_that_look_alike_are_found_with_the_evidence_and_not_again_when_they_are_two() {
        Tenant.runIn(book.organisation(), () -> {
            var record = book.doors().recordCustomer();
            record.record(NORA, "A", "Müller & Söhne GmbH", Customer.Profile.UNKNOWN);
            record.record(NORA, "B", "MÜLLER SÖHNE G.m.b.H.", Customer.Profile.UNKNOWN);
            record.record(NORA, "C", "Other Ltd", Customer.Profile.UNKNOWN);
        });
        List<Duplicate> found = book.inside(() -> duplicates.find(10));
        assertThat(found).singleElement().satisfies(pair -> {
            assertThat(pair.first().number()).isEqualTo("A");
            assertThat(pair.second().number()).isEqualTo("B");
            assertThat(pair.evidence()).extracting(Duplicate.Evidence::kind).containsExactly(Duplicate.Kind.NAME);
        });
        Duplicate pair = found.getFirst();
        Tenant.runIn(
                book.organisation(),
                () -> duplicates.areTwo(nora(), pair.second().id(), pair.first().id()));
        assertThat(book.inside(() -> duplicates.find(10))).isEmpty();
    }

    @Test
    void every_table_that_names_a_customer_goes_over_or_stays_on_purpose() {
        Set<String> moved =
                Belongings.ALL.stream().map(Belongings.Belonging::name).collect(Collectors.toSet());
        List<String> forgotten = book.inside(
                () -> transaction.execute(_ -> db.sql("""
                select c.relname || '.' || a.attname
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
                where k.contype = 'f' and k.confrelid = 'customer'::regclass
                order by 1
                """).query(String.class).list()));
        forgotten.removeAll(moved);
        forgotten.removeAll(STAYS);
        assertThat(forgotten)
                .as("say in Belongings that it goes with its customer, or here that it stays")
                .isEmpty();
    }
}
