package dev.dunwell.evidence;

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
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.web.NotFound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@DunwellTest
class EvidencePackTest {

    @Autowired
    Book book;

    @Autowired
    MakeEvidencePack makeEvidencePack;

    @Autowired
    EvidencePacks packs;

    @Autowired
    VerifyPack verifyPack;

    @Autowired
    Archive archive;

    @Autowired
    Organisations organisations;

    private Invoice bill;

    @BeforeEach
    void an_invoice_half_paid() {
        bill = book.invoice("C-1", "2026/17", eur("4860.00"), "2026-01-01", "2026-01-31");
        book.invoice("C-1", "2026/18", eur("100.00"), "2026-01-05", "2026-02-05");
        book.payment("C-1", eur("860.00"), "2026-02-20", RecordPayment.Use.OLDEST_FIRST);
    }

    private EvidencePack make(@Nullable Long invoiceId) {
        long customer = book.customer("C-1").id();
        return book.inside(() -> {
            var caller = new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, day("2026-03-01"));
            return makeEvidencePack.make(caller, customer, invoiceId);
        });
    }

    private VerifyPack.Finding verify(byte[] zip) {
        return book.inside(() -> {
            try {
                return verifyPack.verify(new ByteArrayResource(zip));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] bytes(String hash) {
        return book.inside(() -> {
            try (var in = archive.open(hash)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                files.put(each.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var each : files.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void the_paper_tells_the_story_and_shows_the_hash_that_closes_the_chain() throws IOException {
        EvidencePack pack = make(bill.id());

        try (PDDocument paper = Loader.loadPDF(bytes(pack.pdfHash()))) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(paper)).contains("2026/17", "Nora Lindqvist", pack.head());
            assertThat(new PDFTextStripper().getText(paper)).contains("4,860.00", "4,000.00", "860.00", "received");
        }
        assertThat(pack.invoiceNumber()).isEqualTo("2026/17");
        assertThat(pack.madeBy()).isEqualTo("Nora Lindqvist");
    }

    @Test
    void a_pack_of_one_invoice_says_nothing_of_another() throws IOException {
        String invoices = new String(
                Objects.requireNonNull(files(bytes(make(bill.id()).zipHash())).get("invoices.csv")),
                StandardCharsets.UTF_8);
        String all = new String(
                Objects.requireNonNull(files(bytes(make(null).zipHash())).get("invoices.csv")), StandardCharsets.UTF_8);

        assertThat(invoices).contains("2026/17").doesNotContain("2026/18");
        assertThat(all).contains("2026/17", "2026/18");
    }

    @Test
    void what_was_made_is_whole_and_stays_as_it_was() {
        EvidencePack pack = make(bill.id());
        byte[] before = bytes(pack.zipHash());
        book.payment("C-1", eur("4000.00"), "2026-02-25", RecordPayment.Use.OLDEST_FIRST);

        VerifyPack.Finding found = verify(before);

        assertThat(found.faults()).isEmpty();
        assertThat(found.isWhole()).isTrue();
        assertThat(found.head()).isEqualTo(pack.head());
        assertThat(bytes(book.inside(() -> packs.byId(pack.id())).zipHash())).isEqualTo(before);
    }

    @Test
    void a_changed_a_missing_and_an_added_file_are_named() throws IOException {
        Map<String, byte[]> files = files(bytes(make(bill.id()).zipHash()));
        files.put("chronology.csv", "nothing happened".getBytes(StandardCharsets.UTF_8));
        files.remove("terms.csv");
        files.put("a-confession.txt", new byte[] {1});

        VerifyPack.Finding found = verify(zip(files));

        assertThat(found.isWhole()).isFalse();
        assertThat(found.faults())
                .containsExactly(
                        "chronology.csv was changed: it is not the file that was sealed.",
                        "terms.csv is missing.",
                        "a-confession.txt was added: it is not in the list.");
    }

    @Test
    void a_list_that_was_changed_with_its_file_breaks_the_chain_there() throws IOException {
        Map<String, byte[]> files = files(bytes(make(bill.id()).zipHash()));
        byte[] before = Objects.requireNonNull(files.get("promises.csv"));
        byte[] forged = new byte[before.length];
        String list = new String(Objects.requireNonNull(files.get("manifest.json")), StandardCharsets.UTF_8);
        // an empty promises.csv and an empty disputes.csv are the same file: only the first is forged
        files.put(
                "manifest.json",
                list.replaceFirst(Sha.of(before), Sha.of(forged)).getBytes(StandardCharsets.UTF_8));
        files.put("promises.csv", forged);

        VerifyPack.Finding found = verify(zip(files));

        assertThat(found.isWhole()).isFalse();
        assertThat(found.faults().getFirst()).contains("The chain breaks at file 4, promises.csv");
    }

    @Test
    void what_is_no_pack_is_told_so() {
        assertThat(verify("hello".getBytes(StandardCharsets.UTF_8)).faults())
                .singleElement()
                .asString()
                .contains("no evidence pack");
    }

    @Test
    void an_invoice_of_somebody_else_makes_no_pack() {
        Invoice other = book.invoice("C-2", "2026/99", eur("10.00"), "2026-01-01", "2026-01-31");

        assertThatThrownBy(() -> make(other.id())).isInstanceOf(NotFound.class);
    }
}
