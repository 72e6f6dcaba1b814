package dev.dunwell.statements;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Telephone;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.ChangeBankAccount;
import dev.dunwell.payments.References;
import dev.dunwell.payments.reference.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A statement on paper says how to pay it, for eyes and for banking apps. */
@DunwellTest
class PayOnPaperTest {

    private static final LocalDate TODAY = day("2026-03-02");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    ChangeBankAccount changeBankAccount;

    @Autowired
    PrintStatement printStatement;

    @Autowired
    References references;

    @Autowired
    Archive archive;

    private byte[] printed(String currency, String number, Scheme scheme, BankAccount.@Nullable Address address) {
        var account = new BankAccount(
                Currency.getInstance(currency), "Meridian AG", number, null, null, address, scheme, TODAY);
        book.invoice("acme", "R-1", eur("100.00"), "2026-01-01", "2026-01-31");
        return book.inside(() -> {
            var nora = new Caller(organisations.current(), NORA, Role.ADMINISTRATOR, null, TODAY);
            changeBankAccount.change(nora, account);
            var asked = new Asked(
                    Statement.Kind.OUTSTANDING,
                    TODAY,
                    AsOf.today(TODAY),
                    organisations.current().agingDays());
            Paper paper = printStatement.print(
                    NORA, organisations.current(), book.customer("acme").id(), asked, false);
            try (InputStream in = archive.open(paper.hash())) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void an_account_in_euro_has_a_creditor_reference_and_the_code_of_sepa() throws Exception {
        byte[] pdf = printed("EUR", "AT611904300234573201", Scheme.RF, null);
        String reference = text(pdf).replaceAll("(?s).*Reference:? (RF[0-9 ]+).*", "$1");
        assertThat(text(pdf)).contains("Meridian AG", "AT61 1904 3002 3457 3201", "100.00");
        assertThat(book.inside(() -> references.find(reference)).orElseThrow().customerId())
                .isEqualTo(book.customer("acme").id());
        assertThat(Telephone.reads(pdf))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("BCD\n002\n1\nSCT\n")
                .contains("AT611904300234573201", "EUR100.00", reference.replace(" ", ""));
    }

    @Test
    void a_swiss_account_has_the_swiss_code() throws Exception {
        var address = new BankAccount.Address("Bahnhofstrasse", "1", "8001", "Zürich", "CH");
        byte[] pdf = printed("EUR", "CH4431999123000889012", Scheme.QRR, address);
        assertThat(Telephone.reads(pdf))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("SPC")
                .contains("CH4431999123000889012", "100.00", "QRR");
    }
}
