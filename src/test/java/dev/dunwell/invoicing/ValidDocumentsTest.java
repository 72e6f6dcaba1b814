package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Telephone;
import dev.dunwell.intake.formats.einvoice.EInvoiceCheck;
import dev.dunwell.intake.formats.einvoice.Field;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Each kind of document that leaves the house is right in the eyes of others, and reads back as it was written. */
@DunwellTest
class ValidDocumentsTest {

    private static final LocalDate TODAY = day("2026-03-02");

    /** UNTDID 1001. */
    private static final Map<Draft.Kind, String> TYPES = Map.of(
            Draft.Kind.INVOICE,
            "380",
            Draft.Kind.FINAL,
            "380",
            Draft.Kind.DEPOSIT,
            "386",
            Draft.Kind.CREDIT_NOTE,
            "381");

    @Autowired
    Shop shop;

    @Autowired
    MakeFiles makeFiles;

    @Autowired
    Archive archive;

    private Issued made(long id) {
        return shop.inside(() -> makeFiles.make(shop.organisation(), id));
    }

    private byte[] file(Issued issued, String form) {
        return shop.inside(
                () -> archive.bytes(Objects.requireNonNull(issued.files().get(form))));
    }

    @ParameterizedTest
    @EnumSource
    void an_invoice_and_the_credit_note_that_takes_it_back_are_valid(Sale sale) throws Exception {
        Issued invoice = made(new Sales(shop).sell(sale, TODAY).id());
        requireValid(sale, invoice);
        requireSamePayment(invoice);
        long credit = shop.inside(() -> shop.doors().creditInvoice().credit(NORA, invoice.id(), "Wrong", false, TODAY));
        requireValid(sale, made(credit));
    }

    private void requireValid(Sale sale, Issued issued) throws Exception {
        byte[] pdf = file(issued, "pdf");
        assertThat(Judges.veraPdf(pdf, PDFAFlavour.PDFA_3_B)).isEmpty();
        assertThat(Judges.mustang(pdf, issued.number() + ".pdf")).isEmpty();
        requireSame(issued.content(), EInvoiceCheck.fields(pdf));
        byte[] xml = EInvoices.of(issued.content(), sale.form());
        assertThat(EInvoiceCheck.broken(xml)).isEmpty();
        assertThat(Judges.mustang(xml, issued.number() + ".xml")).isEmpty();
        requireSame(issued.content(), EInvoiceCheck.fields(xml));
    }

    private static void requireSame(Content content, Map<Field, String> read) {
        Map<Field, String> written = new EnumMap<>(Field.class);
        written.put(Field.NUMBER, content.number());
        written.put(Field.TYPE, TYPES.get(content.kind()));
        written.put(Field.ISSUED, content.issuedOn().toString());
        written.put(Field.DUE, content.dueOn() == null ? "" : content.dueOn().toString());
        written.put(Field.CURRENCY, content.sums().gross().currency().getCurrencyCode());
        written.put(Field.NET, content.sums().net().amount().toPlainString());
        written.put(Field.GROSS, content.sums().gross().amount().toPlainString());
        written.put(Field.PAYABLE, content.sums().gross().amount().toPlainString());
        written.put(Field.SELLER, content.seller().name());
        written.put(Field.BUYER, content.buyer().name());
        written.put(Field.BUYER_NUMBER, content.references().customer());
        written.put(Field.BUYER_TAX_NUMBER, content.buyer().vatId());
        written.put(Field.BUYER_ENDPOINT, content.buyer().endpoint().id());
        written.put(Field.BUYER_REFERENCE, content.references().buyer());
        written.put(Field.ORDER, content.references().order());
        written.put(Field.PRECEDING, content.references().preceding());
        Content.Payment payment = Objects.requireNonNull(content.payment());
        written.put(Field.IBAN, payment.iban());
        written.put(Field.PAYMENT_REFERENCE, payment.reference());
        assertThat(written)
                .allSatisfy((field, text) -> assertThat(read.getOrDefault(field, ""))
                        .as(field.heading())
                        .isEqualTo(text));
    }

    /** The code on the paper asks for the same money on the same account as the fields do. */
    private void requireSamePayment(Issued invoice) throws Exception {
        Content.Payment payment = Objects.requireNonNull(invoice.content().payment());
        if (!payment.qr().isEmpty()) {
            assertThat(Telephone.reads(file(invoice, "pdf")))
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .isEqualTo(payment.qr())
                    .contains(payment.iban(), payment.reference(), payment.holder())
                    .contains(invoice.content().sums().gross().amount().toPlainString());
        }
    }
}
