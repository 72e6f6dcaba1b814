package dev.dunwell.journal;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.archive.Archive;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AmendInvoice;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class ExportJournalTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Autowired
    Book book;

    @Autowired
    ExportJournal exportJournal;

    @Autowired
    ChangeAccounting changeAccounting;

    @Autowired
    Exports exports;

    @Autowired
    Organisations organisations;

    @Autowired
    Archive archive;

    @Autowired
    AmendInvoice amendInvoice;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Export export() {
        long id = book.inside(() -> exportJournal.export(NORA, organisations.current()));
        return book.inside(() -> exports.byId(id).orElseThrow());
    }

    private String text(Export.File file, Charset charset) {
        return book.inside(() -> {
            try (var in = archive.open(file.hash())) {
                return new String(in.readAllBytes(), charset);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void numbers(boolean withDocuments) {
        Map<String, String> form =
                new HashMap<>(Map.of("consultant", "29098", "client", "55003", "accountDigits", "4"));
        Arrays.stream(Account.values()).forEach(account -> form.put(account.code(), account.example()));
        if (withDocuments) {
            form.put("withDocuments", "on");
        }
        book.inside(() -> changeAccounting.change(NORA, form));
    }

    private static BigDecimal sum(String csv, int column) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(cell -> !cell.isEmpty() && !cell.equals("\"\""))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void an_export_takes_what_is_new_balances_and_is_the_same_bytes_again() {
        Invoice invoice = book.invoice("acme", "RE-1", eur("100.00"), "2026-01-05", "2026-02-05");
        book.payment("acme", eur("60.00"), "2026-02-01", RecordPayment.Use.OLDEST_FIRST);
        book.writeOff(invoice, eur("1.50"), "2026-02-10");
        Export first = export();
        assertThat(first.files()).hasSize(1);
        String csv = text(first.files().getFirst(), StandardCharsets.UTF_8);
        assertThat(csv).contains("payment", "write_offs").doesNotContain("revenue"); // invoices came from there
        assertThat(sum(csv, 8)).isEqualByComparingTo(sum(csv, 9)).isEqualByComparingTo("121.50");
        assertThatThrownBy(this::export).isInstanceOf(Refusal.class).hasMessageContaining("Nothing");

        book.payment("acme", eur("3.00"), "2026-01-01", RecordPayment.Use.ON_ACCOUNT); // back-dated, still new
        String second = text(export().files().getFirst(), StandardCharsets.UTF_8);
        assertThat(sum(second, 8)).isEqualByComparingTo("3.00");
        assertThat(text(first.files().getFirst(), StandardCharsets.UTF_8)).isEqualTo(csv);
    }

    @Test
    void what_was_voided_or_amended_after_its_export_comes_again_with_the_sign_turned() {
        numbers(true);
        Invoice invoice = book.invoice("acme", "RE-1", eur("100.00"), "2026-01-05", "2026-02-05");
        book.creditNote("acme", "GS-1", eur("20.00"), "2026-01-06");
        export();
        book.inside(() -> amendInvoice.amend(
                NORA, invoice.id(), new Invoice.Bill(day("2026-01-05"), day("2026-03-05"), eur("70.00"), false, null)));
        book.inside(
                () -> transaction.execute(_ -> db.sql("update credit_note set voided_at = now() where number = 'GS-1'")
                        .update()));
        List<String> lines =
                text(export().files().get(0), WINDOWS).lines().skip(2).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).startsWith("20,00;\"S\";\"EUR\";;;;1731;8700;;0601;\"GS-1\"");
        assertThat(lines.getFirst()).startsWith("30,00;\"S\";\"EUR\";;;;8400;1400;;0501;\"RE-1\"");
        // a due date alone moves no amount
        book.inside(() -> amendInvoice.amend(
                NORA, invoice.id(), new Invoice.Bill(day("2026-01-05"), day("2026-04-05"), eur("70.00"), false, null)));
        assertThatThrownBy(this::export).isInstanceOf(Refusal.class);
    }

    @Test
    void datev_gets_a_file_for_each_month_in_its_own_form() {
        numbers(false);
        book.customer("Müßig & Söhne");
        book.payment("Müßig & Söhne", eur("1234.50"), "2026-01-31", RecordPayment.Use.ON_ACCOUNT);
        book.payment("Müßig & Söhne", eur("6.00"), "2026-02-01", RecordPayment.Use.ON_ACCOUNT);
        book.payment("Müßig & Söhne", Money.of("900", "JPY"), "2026-02-02", RecordPayment.Use.ON_ACCOUNT);
        book.payment("Müßig & Söhne", Money.of("1.234", "KWD"), "2026-02-02", RecordPayment.Use.ON_ACCOUNT);
        Export export = export();
        assertThat(export.files())
                .extracting(Export.File::name)
                .startsWith("EXTF_Buchungsstapel_2026-01.csv", "EXTF_Buchungsstapel_2026-02.csv")
                .hasSize(3);
        assertThat(export.leftOut()).isEqualTo(2);
        String january = text(export.files().getFirst(), WINDOWS);
        assertThat(january)
                .startsWith("\"EXTF\";700;21;\"Buchungsstapel\";13;20")
                .contains(";29098;55003;20260101;4;20260101;20260131;")
                .contains("1234,50;\"S\";\"EUR\";;;;1200;1593;;3101;")
                .contains("Müßig & Söhne")
                .doesNotContain("6,00");
        List<String> lines = january.lines().toList();
        assertThat(lines.get(0).split(";", -1)).hasSize(31);
        assertThat(lines.get(1).split(";", -1)).hasSize(125);
        assertThat(lines.get(2).split(";", -1)).hasSize(125);
        assertThat(text(export.files().get(1), WINDOWS))
                .contains("6,00;", "900,00;\"S\";\"JPY\"")
                .doesNotContain("KWD");
    }

    @Test
    void datev_refuses_accounts_without_a_number_and_says_which() {
        book.inside(() -> changeAccounting.change(NORA, Map.of("consultant", "1", "client", "1", "cash", "1200")));
        book.payment("acme", eur("1.00"), "2026-01-31", RecordPayment.Use.ON_ACCOUNT);
        assertThatThrownBy(this::export)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Payments on account")
                .hasMessageContaining("Settings, Accounting");
    }
}
