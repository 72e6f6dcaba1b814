package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Telephone;
import dev.dunwell.intake.formats.einvoice.EInvoiceCheck;
import dev.dunwell.intake.formats.einvoice.Field;
import dev.dunwell.ledger.Customer;
import dev.dunwell.web.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class DocumentsTest {

    private static final LocalDate TODAY = day("2026-03-02");

    @Autowired
    Shop shop;

    @Autowired
    MakeFiles makeFiles;

    @Autowired
    Archive archive;

    private Issued issued(Customer customer, String tax) {
        Issued issued = shop.issue(
                TODAY,
                shop.work(customer, customer.number() + 1, "33.33", tax, TODAY),
                shop.work(customer, customer.number() + 2, "1250.00", tax, TODAY));
        return made(issued.id());
    }

    private Issued made(long id) {
        return shop.inside(() -> makeFiles.make(shop.doors().organisations().current(), id));
    }

    private byte[] file(Issued issued, String form) {
        return shop.inside(
                () -> archive.bytes(Objects.requireNonNull(issued.files().get(form))));
    }

    @ParameterizedTest
    @EnumSource
    void every_form_keeps_the_official_rules_and_reads_back_as_it_was(Buyer.Form form) {
        Customer customer = shop.customer("ACME", "DE", form);
        Issued issued = issued(customer, "S19");
        byte[] xml = EInvoices.of(issued.content(), form);
        assertThat(EInvoiceCheck.broken(xml)).isEmpty();
        assertSame(issued.content(), EInvoiceCheck.fields(xml));
        if (form != Buyer.Form.PDF) {
            assertSame(issued.content(), EInvoiceCheck.fields(file(issued, "pdf")));
        }
    }

    @Test
    void discounts_are_written_for_machines_where_xrechnung_wants_it_and_in_sentences_elsewhere() {
        Issued issued =
                made(new Sales(shop).sell(Sale.TO_AN_AUTHORITY_AS_CII, TODAY).id());
        for (Buyer.Form form : Buyer.Form.values()) {
            String xml = new String(EInvoices.of(issued.content(), form), StandardCharsets.UTF_8);
            String structured = "#SKONTO#TAGE=10#PROZENT=3.00#\n#SKONTO#TAGE=20#PROZENT=2.50#\n";
            assertThat(xml.contains(structured)).as(form.title()).isEqualTo(form.isXRechnung());
            assertThat(xml).contains("12. März 2026");
        }
    }

    private static void assertSame(Content content, Map<Field, String> read) {
        assertThat(read)
                .containsEntry(Field.NUMBER, content.number())
                .containsEntry(Field.ISSUED, content.issuedOn().toString())
                .containsEntry(Field.NET, content.sums().net().amount().toPlainString())
                .containsEntry(Field.GROSS, content.sums().gross().amount().toPlainString())
                .containsEntry(Field.PAYABLE, content.sums().gross().amount().toPlainString())
                .containsEntry(Field.SELLER, content.seller().name())
                .containsEntry(Field.BUYER, content.buyer().name())
                .containsEntry(Field.BUYER_REFERENCE, content.references().buyer());
        if (content.dueOn() != null) {
            assertThat(read).containsEntry(Field.DUE, content.dueOn().toString());
        }
        if (content.payment() != null) {
            assertThat(read)
                    .containsEntry(Field.IBAN, content.payment().iban())
                    .containsEntry(Field.PAYMENT_REFERENCE, content.payment().reference());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_credit_note_keeps_the_rules_and_names_the_invoice(Buyer.Form form) {
        Customer customer = shop.customer("ACME", "DE", form);
        Issued invoice = issued(customer, "S19");
        long id = shop.inside(() -> shop.doors().creditInvoice().credit(NORA, invoice.id(), "Wrong", false, TODAY));
        Issued credit = made(id);
        byte[] xml = EInvoices.of(credit.content(), form);
        assertThat(EInvoiceCheck.broken(xml)).isEmpty();
        assertThat(EInvoiceCheck.fields(xml))
                .containsEntry(Field.TYPE, "381")
                .containsEntry(Field.PRECEDING, invoice.number());
    }

    @Test
    void reverse_charge_and_supplies_within_the_union_keep_the_rules() {
        for (String tax : new String[] {"AE", "K"}) {
            Issued issued = issued(shop.customer("F" + tax, "FR", Buyer.Form.FACTUR_X), tax);
            assertThat(EInvoiceCheck.broken(EInvoices.of(issued.content(), Buyer.Form.FACTUR_X)))
                    .isEmpty();
            assertThat(EInvoiceCheck.broken(EInvoices.of(issued.content(), Buyer.Form.PEPPOL)))
                    .isEmpty();
            assertThat(issued.content().sums().tax().isZero()).isTrue();
        }
    }

    @Test
    void what_breaks_a_rule_is_refused_with_its_name_and_takes_no_number() {
        Customer customer = shop.customer("ACME", "DE", Buyer.Form.FACTUR_X);
        Buyer wrong = shop.buyer(customer.id(), "XX", Buyer.Form.FACTUR_X);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, wrong));
        var work = shop.work(customer, "w1", "33.33", "Z", TODAY);
        assertThatThrownBy(() -> shop.issue(TODAY, work))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("BR-CL-14");
        Buyer right = shop.buyer(customer.id(), "DE", Buyer.Form.FACTUR_X);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, right));
        assertThat(shop.issue(TODAY, work).number()).isEqualTo("INV-2026-00001");
    }

    @Test
    void the_paper_says_everything_and_its_code_decodes_to_the_same_payment() throws Exception {
        Issued issued = issued(shop.customer("ACME", "DE", Buyer.Form.FACTUR_X), "S19");
        Content.Payment payment = Objects.requireNonNull(issued.content().payment());
        try (PDDocument pdf = Loader.loadPDF(file(issued, "pdf"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Rechnung", "INV-2026-00001", "1.527,16", "1. April 2026", "DE02 1203 0000 0000 2020 51")
                    .contains("Vielen Dank für Ihren Auftrag.", "Kunde & Söhne", "19 %");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Telephone.reads(file(issued, "pdf"))).containsExactly(payment.qr());
    }

    @Test
    void files_are_made_once_and_kept() {
        Issued issued = issued(shop.customer("ACME", "DE", Buyer.Form.XRECHNUNG_UBL), "S19");
        assertThat(issued.files()).containsOnlyKeys("pdf", "ubl");
        assertThat(made(issued.id()).files()).isEqualTo(issued.files());
        assertThat(new String(file(issued, "pdf"), 0, 5, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT))
                .isEqualTo("%pdf-");
    }
}
