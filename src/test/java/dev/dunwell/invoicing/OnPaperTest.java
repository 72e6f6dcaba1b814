package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import dev.dunwell.collections.Grade;
import dev.dunwell.ledger.Customer;
import dev.dunwell.letters.LetterBatch;
import dev.dunwell.letters.LetterBatches;
import dev.dunwell.letters.PostLetters;
import dev.dunwell.letters.PrintLetters;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An invoice to a buyer who wants paper is printed once, posted on a day, and sent from that day on. */
@DunwellTest
class OnPaperTest {

    private static final LocalDate ISSUED = day("2026-03-02");
    private static final LocalDate POSTED = day("2026-03-04");

    @Autowired
    Shop shop;

    @Autowired
    SendInvoice sendInvoice;

    @Autowired
    PrintLetters printLetters;

    @Autowired
    PostLetters postLetters;

    @Autowired
    LetterBatches batches;

    @Autowired
    Outbox outbox;

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate inTransaction;

    private Issued sent(String number) {
        Customer customer = shop.customer(number, "DE", Buyer.Form.FACTUR_X);
        Buyer usual = shop.buyer(customer.id(), "DE", Buyer.Form.FACTUR_X);
        var onPaper = new Buyer(
                customer.id(),
                usual.party(),
                usual.buyerReference(),
                usual.demands(),
                usual.form(),
                Buyer.Delivery.PRINT);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, onPaper));
        Issued issued = shop.issue(ISSUED, shop.work(customer, number, "100.00", "S19", ISSUED));
        Tenant.runIn(shop.book().organisation(), () -> {
            sendInvoice.send(shop.organisation(), issued.id(), ISSUED);
            sendInvoice.send(shop.organisation(), issued.id(), ISSUED.plusDays(1));
        });
        return shop.inside(() -> shop.doors().documents().byId(issued.id()).orElseThrow());
    }

    private Caller caller(LocalDate today) {
        return new Caller(shop.organisation(), NORA, Role.ADMINISTRATOR, null, today);
    }

    private Optional<LetterBatch> print() {
        return shop.inside(() -> printLetters.print(caller(ISSUED)));
    }

    private IssuedDocuments.Sent way(Issued issued) {
        return shop.inside(() -> shop.doors().documents().sent(issued.id()).orElseThrow());
    }

    @Test
    void it_waits_among_the_letters_is_printed_as_it_was_issued_and_counts_from_the_day_of_the_post() throws Exception {
        Issued first = sent("ACME");
        Issued second = sent("BERTA");
        assertThat(shop.inside(batches::waiting))
                .extracting(letter -> letter.title() + " " + letter.items() + " to " + letter.place())
                .containsExactly(
                        "Invoice [INV-2026-00001] to 01067 Dresden, DE",
                        "Invoice [INV-2026-00002] to 01067 Dresden, DE");
        assertThat(way(first).on()).isNull();
        LetterBatch batch = print().orElseThrow();
        assertThat(text(batch.hash())).containsSubsequence("INV-2026-00001", "INV-2026-00002");
        long message = Objects.requireNonNull(way(second).messageId());
        assertThat(shop.inside(() -> batches.sheet(message)))
                .as("the very file that was issued")
                .contains(second.files().get("pdf"));
        shop.inside(() -> postLetters.post(caller(POSTED), batch.id(), POSTED));
        assertThat(way(first).on()).isEqualTo(POSTED);
        assertThat(way(first).state()).isEqualTo("sent");
        assertThat(evidence(first)).containsExactly(Grade.SENT.number() + " on " + POSTED);
        assertThat(print()).isEmpty();
    }

    private String text(String hash) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(shop.inside(() -> archive.bytes(hash)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            return new PDFTextStripper().getText(pdf);
        }
    }

    private List<String> evidence(Issued issued) {
        return shop.inside(() -> Objects.requireNonNull(inTransaction.execute(
                _ -> db.sql("select grade || ' on ' || happened_on from delivery_evidence where invoice_id = ?")
                        .param(Objects.requireNonNull(issued.invoiceId()))
                        .query(String.class)
                        .list())));
    }

    @Test
    void a_batch_that_is_taken_back_is_printed_anew_with_the_same_file_and_never_posted() {
        Issued issued = sent("ACME");
        LetterBatch batch = print().orElseThrow();
        shop.inside(() -> postLetters.undo(caller(ISSUED), batch.id()));
        assertThatThrownBy(() -> shop.inside(() -> postLetters.post(caller(POSTED), batch.id(), POSTED)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("print it again");
        assertThat(way(issued).on()).isNull();
        LetterBatch again = print().orElseThrow();
        long message = Objects.requireNonNull(way(issued).messageId());
        assertThat(shop.inside(() -> batches.sheet(message)))
                .contains(issued.files().get("pdf"));
        shop.inside(() -> postLetters.post(caller(POSTED), again.id(), POSTED));
        assertThat(way(issued).on()).isEqualTo(POSTED);
    }

    @Test
    void who_prints_at_the_same_time_prints_each_once() throws Exception {
        for (String each : List.of("A", "B", "C", "D")) {
            sent(each);
        }
        Callable<Optional<LetterBatch>> print = this::print;
        try (var threads = Executors.newFixedThreadPool(4)) {
            int printed = 0;
            for (Future<Optional<LetterBatch>> each : threads.invokeAll(List.of(print, print, print, print))) {
                printed += each.get().map(LetterBatch::letters).orElse(0);
            }
            assertThat(printed).isEqualTo(4);
        }
        assertThat(shop.inside(batches::waiting)).isEmpty();
    }

    @Test
    void one_that_is_recalled_is_not_printed() {
        Issued issued = sent("ACME");
        long message = Objects.requireNonNull(way(issued).messageId());
        Tenant.runIn(shop.book().organisation(), () -> outbox.recall(message, NORA));
        assertThat(print()).isEmpty();
    }
}
