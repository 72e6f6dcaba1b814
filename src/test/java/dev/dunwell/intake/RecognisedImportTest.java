package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.LedgerChecker;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports that are known need no mapping, and what they change can be put back. */
@DunwellTest
@Import(DueJobs.class)
class RecognisedImportTest {

    private static final String ZOHO =
            "Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,Customer ID,Due Date,Currency Code,Total,Balance\n";

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc web;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Staff staff;
    private Imports imports;

    @BeforeEach
    void organisation() {
        staff = Staff.of(house);
        imports = new Imports(web, jobs, staff);
    }

    @Test
    void a_known_export_comes_in_without_a_word_and_only_what_is_open_is_open() throws Exception {
        long id = imports.bring("any", ZOHO + """
                2026-03-01,1,INV-1,Overdue,Acme,7,2026-03-31,EUR,120.00,20.00
                2026-03-01,2,INV-2,Paid,Acme,7,2026-03-31,EUR,50.00,0.00
                2026-03-01,3,INV-3,Draft,Acme,7,2026-03-31,EUR,5.00,5.00
                """);
        assertThat(imports.look(id)).contains("\"kind\":\"invoices\"", "\"layout\":\"Zoho invoices\"", "\"leftOut\":1");
        assertThat(imports.told(id)).isEqualTo("new 2, changed 0, same 0, wrong 0");
        imports.commit(id);
        assertThat(texts("select number || ' ' || open_amount from invoice order by number"))
                .containsExactly("INV-1 2000", "INV-2 0");
        assertThat(broken()).isEmpty();
    }

    @Test
    void the_next_export_of_the_same_book_settles_what_was_paid_since() throws Exception {
        String before = ZOHO + "2026-03-01,1,INV-1,Overdue,Acme,7,2026-03-31,EUR,120.00,120.00\n";
        String after = ZOHO + "2026-03-01,1,INV-1,Overdue,Acme,7,2026-03-31,EUR,120.00,45.00\n";
        imports.commit(imports.bring("any", before));
        long id = imports.bring("any", after);
        assertThat(imports.told(id)).isEqualTo("new 0, changed 1, same 0, wrong 0");
        imports.commit(id);
        assertThat(texts("select open_amount::text from invoice")).containsExactly("4500");
        assertThat(imports.told(imports.bring("any", after))).isEqualTo("new 0, changed 0, same 1, wrong 0");
        assertThat(imports.told(imports.bring("any", before)))
                .as("what is settled here stays settled")
                .isEqualTo("new 0, changed 0, same 1, wrong 0");
        imports.act(id, "undo", 202);
        assertThat(texts("select open_amount::text from invoice")).containsExactly("12000");
        assertThat(broken()).isEmpty();
        imports.commit(imports.bring("any", after));
        assertThat(texts("select open_amount::text from invoice")).containsExactly("4500");
        assertThat(broken()).isEmpty();
    }

    private static final String CREDITS =
            "Credit Note Date,CreditNotes ID,Credit Note Number,Credit Note Status,Customer Name,Customer ID,Currency Code,Total,Balance\n";

    @Test
    void credit_notes_bring_what_is_left_of_them_and_undo_takes_it_back() throws Exception {
        long id = imports.bring("any", CREDITS + """
                2026-03-20,900,CN-1,Open,Acme,7,EUR,30.00,12.00
                2026-03-20,901,CN-2,Closed,Acme,7,EUR,5.00,0.00
                2026-03-20,902,CN-3,Draft,Acme,7,EUR,9.00,9.00
                """);
        assertThat(imports.look(id)).contains("\"kind\":\"credit-notes\"", "\"layout\":\"Zoho credit notes\"");
        assertThat(imports.told(id)).isEqualTo("new 1, changed 0, same 1, wrong 0");
        imports.commit(id);
        assertThat(texts("select number || ' ' || amount || ' ' || unapplied_amount from credit_note"))
                .containsExactly("CN-1 1200 1200");
        assertThat(texts("select name from customer")).containsExactly("Acme");
        assertThat(broken()).isEmpty();
        imports.act(id, "undo", 202);
        assertThat(texts("select number from credit_note where voided_at is null"))
                .isEmpty();
    }

    @Test
    void the_next_export_uses_up_what_was_used_since() throws Exception {
        String before = CREDITS + "2026-03-20,900,CN-1,Open,Acme,7,EUR,30.00,30.00\n";
        String after = CREDITS + "2026-03-20,900,CN-1,Open,Acme,7,EUR,30.00,12.00\n";
        imports.commit(imports.bring("any", before));
        long id = imports.bring("any", after);
        assertThat(imports.told(id)).isEqualTo("new 0, changed 1, same 0, wrong 0");
        imports.commit(id);
        assertThat(texts("select unapplied_amount::text from credit_note")).containsExactly("1200");
        assertThat(texts("select amount || ' ' || reason from refund"))
                .containsExactly("1800 Used in the accounting system");
        assertThat(imports.told(imports.bring("any", after))).isEqualTo("new 0, changed 0, same 1, wrong 0");
        assertThat(imports.told(imports.bring("any", before)))
                .as("what is used here stays used")
                .isEqualTo("new 0, changed 0, same 1, wrong 0");
        assertThat(broken()).isEmpty();
        imports.act(id, "undo", 202);
        assertThat(texts("select unapplied_amount::text from credit_note")).containsExactly("3000");
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_table_of_credit_notes_needs_no_due_date_and_minds_no_minus() throws Exception {
        String table = "Credit Note Number,Credit Note Date,Customer Number,Amount,Currency,Reason\n";
        long id = imports.bring("any", table + "G-1,2026-03-20,7,-30.00,EUR,two broken\nG-2,2026-03-21,7,0.00,EUR,\n");
        assertThat(imports.told(id)).isEqualTo("new 1, changed 0, same 0, wrong 1");
        String good = table + "G-1,2026-03-20,7,-30.00,EUR,two broken\n";
        imports.commit(imports.bring("credit-notes", good));
        assertThat(texts("select number || ' ' || amount || ' ' || reason from credit_note"))
                .containsExactly("G-1 3000 two broken");
        assertThat(imports.told(imports.bring("any", good))).isEqualTo("new 0, changed 0, same 1, wrong 0");
        long other = imports.bring("credit-notes", good.replace("30.00", "31.00"));
        assertThat(imports.told(other)).isEqualTo("new 0, changed 0, same 0, wrong 1");
        assertThat(imports.look(other)).contains("is in the book");
    }

    @Test
    void a_file_that_holds_nothing_owed_is_refused_with_what_it_is() throws Exception {
        long drafts = imports.bring("invoices", ZOHO + "2026-03-01,3,INV-3,Draft,Acme,7,2026-03-31,EUR,5.00,5.00\n");
        assertThat(imports.state(drafts)).isEqualTo("failed");
        assertThat(imports.look(drafts)).contains("Drafts and voided ones are left out");
        long labels = imports.bring("any", "Konto;Kontenbeschriftung;Sprach-ID\n400;Kasse;de-DE\n");
        assertThat(imports.look(labels)).contains("list of account labels");
        long unknown = imports.bring("any", "Colour,Weight\nred,heavy\n");
        assertThat(imports.look(unknown)).contains("cannot be told from its headings", "Colour");
    }

    @Test
    void undo_puts_customers_and_contacts_back_as_they_were() throws Exception {
        String head = "Customer Number,Customer Name,Language,Tags\n";
        String people = "Customer Number,Contact Name,Email,Phone,Role\n";
        imports.commit(imports.bring("customers", head + "1,Acme,de,vip\n"));
        imports.commit(imports.bring("contacts", people + "1,Ana,ana@acme.example,555 1,approver\n"));
        long customers = imports.bring("customers", head + "1,Acme International,en,north\n");
        long contacts = imports.bring("contacts", people + "1,Ana,ana@acme.example,555 2,cfo\n");
        imports.commit(customers);
        imports.commit(contacts);
        assertThat(texts("select name || ' ' || language || ' ' || tags[1] from customer"))
                .containsExactly("Acme International en north");
        imports.act(customers, "undo", 202);
        imports.act(contacts, "undo", 202);
        assertThat(texts("select name || ' ' || language || ' ' || tags[1] from customer"))
                .containsExactly("Acme de vip");
        assertThat(texts("select phone || ' ' || role from contact")).containsExactly("555 1 approver");
    }

    @Test
    void what_a_later_import_changed_again_is_not_put_back_over_it() throws Exception {
        String head = "Customer Number,Customer Name\n";
        imports.commit(imports.bring("customers", head + "1,Acme\n"));
        long second = imports.bring("customers", head + "1,Acme Two\n");
        imports.commit(second);
        long third = imports.bring("customers", head + "1,Acme Three\n");
        imports.commit(third);
        assertThat(imports.act(second, "undo", 409)).contains("Customer 1 was changed by a later import");
        imports.act(third, "undo", 202);
        imports.act(second, "undo", 202);
        assertThat(texts("select name from customer")).containsExactly("Acme");
    }

    @Test
    void what_a_person_changed_since_is_not_put_back_over_it() throws Exception {
        String head = "Customer Number,Customer Name\n";
        imports.commit(imports.bring("customers", head + "1,Acme\n"));
        long second = imports.bring("customers", head + "1,Acme Two\n");
        imports.commit(second);
        Tenant.runIn(staff.organisation(), () -> {
            Customer now = house.getBean(Customers.class).byNumber("1").orElseThrow();
            house.getBean(ChangeCustomer.class)
                    .change(Actor.person("Nora"), new Customer(now.id(), "1", "Acme by hand", now.profile()));
        });
        assertThat(imports.act(second, "undo", 409)).contains("Customer 1 was changed by hand since");
    }

    @Test
    void the_audit_names_who_said_yes() throws Exception {
        imports.commit(imports.bring("customers", "Customer Number,Customer Name\n1,Acme\n"));
        assertThat(
                        texts(
                                "select actor_kind || ' ' || (actor <> 'import') from audit_entry where act = 'import.committed'"))
                .containsExactly("key true");
    }

    private List<LedgerChecker.Broken> broken() {
        return Tenant.in(
                staff.organisation(), () -> house.getBean(LedgerChecker.class).check(LocalDate.of(2030, 6, 30)));
    }

    private List<String> texts(String sql) {
        return Tenant.in(
                staff.organisation(),
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(sql).query(String.class).list()));
    }
}
