package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.intake.formats.einvoice.Bill;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.ledger.LedgerChecker;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** E-invoices go the way of every other file: looked at, taken in once, taken back whole. */
@DunwellTest
@Import(DueJobs.class)
class EInvoiceImportTest {

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
    void an_archive_of_xml_and_pdf_comes_in_once_and_goes_out_whole() throws Exception {
        byte[] zip = Bill.zip(Map.of(
                "a.xml", bytes(Bill.invoice("RE-1")),
                "b.pdf", Bill.pdf(Bill.invoice("RE-2")),
                "c.xml", bytes(Bill.creditNote("GS-1", "RE-1"))));
        long id = imports.bring("any", "march.zip", zip);
        assertThat(imports.look(id)).contains("\"kind\":\"e-invoices\"");
        assertThat(imports.told(id)).as(imports.look(id)).isEqualTo("new 3, changed 0, same 0, wrong 0");
        imports.commit(id);
        assertThat(texts("""
                select i.number || ' ' || c.number || ' ' || c.name || ' ' || i.amount || ' ' || i.due_on || ' ' || i.reference
                from invoice i join customer c on c.id = i.customer_id order by i.number"""))
                .containsExactly(
                        "RE-1 10001 Acme AG 11900 2026-03-31 RF-RE-1", "RE-2 10001 Acme AG 11900 2026-03-31 RF-RE-2");
        assertThat(texts("select number || ' ' || unapplied_amount || ' ' || reason from credit_note"))
                .containsExactly("GS-1 11900 Takes back RE-1");
        assertThat(texts("select document ->> 'lines' from e_invoice where invoice_id is not null limit 1"))
                .containsExactly("[[\"Paint\", \"4\", \"25.00\", \"100.00\"]]");
        assertThat(texts("select document ->> 'terms' from e_invoice where invoice_id is not null limit 1"))
                .containsExactly("#SKONTO#TAGE=14#PROZENT=2.00#");
        assertThat(broken()).isEmpty();
        assertThat(imports.told(imports.bring("e-invoices", "march.zip", zip)))
                .isEqualTo("new 0, changed 0, same 3, wrong 0");
        imports.act(id, "undo", 202);
        assertThat(texts("select number from invoice where voided_at is null")).isEmpty();
        assertThat(texts("select number from credit_note where voided_at is null"))
                .isEmpty();
        assertThat(texts("select number from customer where voided_at is null")).isEmpty();
        assertThat(broken()).isEmpty();
        imports.commit(imports.bring("e-invoices", "march.zip", zip));
        assertThat(texts("select number from invoice where voided_at is null")).hasSize(2);
    }

    @Test
    void what_breaks_a_rule_is_refused_with_its_name_and_can_be_downloaded() throws Exception {
        byte[] zip = Bill.zip(Map.of("good.xml", bytes(Bill.invoice("RE-1")), "wrong.xml", bytes(Bill.wrong("RE-2"))));
        long id = imports.bring("e-invoices", "two.zip", zip);
        assertThat(imports.told(id)).isEqualTo("new 1, changed 0, same 0, wrong 1");
        assertThat(imports.look(id)).contains("BR-CO-15");
        assertThat(imports.act(id, "commit", 422)).contains("wrong-rows");
        assertThat(imports.rejected(id)).contains("wrong.xml", "RE-2", "BR-CO-15");
    }

    @Test
    void what_is_no_e_invoice_says_what_it_is() throws Exception {
        long picture = imports.bring("any", "scan.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8));
        assertThat(imports.look(picture)).contains("The PDF is damaged");
        long bomb = imports.bring("e-invoices", "x.xml", bytes("""
                <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>&a;</ID></Invoice>"""));
        assertThat(imports.look(bomb)).contains("declares a document type").doesNotContain("root:");
        long table = imports.bring("invoices", "re.xml", bytes(Bill.invoice("RE-1")));
        assertThat(imports.look(table)).contains("bring it again as e-invoices");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<LedgerChecker.Broken> broken() {
        return Tenant.in(
                staff.organisation(), () -> house.getBean(LedgerChecker.class).check(LocalDate.of(2030, 6, 30)));
    }

    private List<String> texts(String sql) {
        return Tenant.in(
                staff.organisation(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(sql).query(String.class).list())));
    }
}
