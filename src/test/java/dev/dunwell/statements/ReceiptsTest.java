package dev.dunwell.statements;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.archive.Archive;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.web.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A receipt says what a payment settled, and is the same file until there is something else to say. */
@DunwellTest
class ReceiptsTest {

    @Autowired
    Book book;

    @Autowired
    PrintReceipt printReceipt;

    @Autowired
    Receipts receipts;

    @Autowired
    Organisations organisations;

    @Autowired
    Archive archive;

    private Receipts.Kept print(Payment payment, String today) {
        return book.inside(() -> printReceipt.print(
                new Caller(organisations.current(), NORA, Role.ADMINISTRATOR, null, day(today)), payment.id()));
    }

    private String text(Receipts.Kept kept) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(book.inside(() -> archive.bytes(kept.hash())))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void it_names_what_was_settled_and_what_is_left_and_comes_back_as_the_same_file() throws Exception {
        Invoice first = book.invoice("acme", "A-1", eur("80.00"), "2026-01-01", "2026-01-31");
        Invoice second = book.invoice("acme", "A-2", eur("50.00"), "2026-01-29", "2026-02-28");
        var use = RecordPayment.Use.named(new Share(first.id(), eur("80.00")));
        Payment payment = book.payment("acme", eur("100.00"), "2026-03-10", use);
        Receipts.Kept kept = print(payment, "2026-03-10");
        assertThat(text(kept)).contains("100.00 EUR", "A-1", "20.00 EUR").doesNotContain("A-2");
        assertThat(print(payment, "2026-04-01")).as("asked for again, later").isEqualTo(kept);
        book.allocate(new Source.OfPayment(payment.id()), second, eur("20.00"), "2026-04-02");
        Receipts.Kept then = print(payment, "2026-04-02");
        assertThat(text(then)).contains("A-1", "A-2", "30.00");
        assertThat(book.inside(() -> receipts.of(payment.id()))).containsExactly(then, kept);
    }

    @Test
    void there_is_none_for_money_of_which_nobody_knows_the_payer() {
        Payment payment = book.unidentified(eur("100.00"), "2026-03-10");
        assertThatThrownBy(() -> print(payment, "2026-03-10")).isInstanceOf(Refusal.class);
    }
}
