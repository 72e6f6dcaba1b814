package dev.dunwell.statements;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class StatementsTest {

    @Autowired
    Book book;

    @Autowired
    Statements statements;

    @Autowired
    PrintStatement printStatement;

    @Autowired
    ChangeLetterhead changeLetterhead;

    @Autowired
    ChangeCustomer changeCustomer;

    @Autowired
    AskForStatements askForStatements;

    @Autowired
    PrintStatements job;

    @Autowired
    StatementRuns runs;

    @Autowired
    Papers papers;

    @Autowired
    Archive archive;

    @Autowired
    Organisations organisations;

    private static Asked asked(Statement.Kind kind, String from, String to) {
        return new Asked(kind, day(from), AsOf.today(day(to)), List.of(30, 60, 90));
    }

    private Statement read(String customer, Asked asked) {
        long id = book.customer(customer).id();
        return book.inside(() -> statements.of(List.of(id), asked)).getFirst();
    }

    private void speaks(String customer, String language, @Nullable String parent) {
        Customer before = book.customer(customer);
        var profile = new Customer.Profile(
                parent,
                Locale.forLanguageTag(language),
                null,
                null,
                List.of(),
                null,
                null,
                Customer.ContactRule.AUTOMATIC,
                false);
        Tenant.runIn(
                book.organisation(),
                () -> changeCustomer.change(NORA, new Customer(before.id(), before.number(), before.name(), profile)));
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

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Paper print(String customer, Asked asked) {
        long id = book.customer(customer).id();
        return book.inside(() -> printStatement.print(NORA, organisations.current(), id, asked, false));
    }

    @Test
    void activity_goes_from_the_opening_to_the_closing_balance_in_each_currency() {
        Invoice old = book.invoice("acme", "R-1", eur("100.00"), "2026-01-10", "2026-02-09");
        book.payment("acme", eur("40.00"), "2026-02-20", RecordPayment.Use.OLDEST_FIRST);
        book.invoice("acme", "R-2", eur("50.00"), "2026-03-05", "2026-04-04");
        book.payment("acme", eur("70.00"), "2026-03-10", RecordPayment.Use.OLDEST_FIRST);
        book.creditNote("acme", "G-1", eur("5.00"), "2026-03-12");
        book.writeOff(book.invoice("acme", "R-3", eur("9.00"), "2026-03-13", "2026-03-14"), eur("9.00"), "2026-03-31");
        book.invoice("acme", "Y-1", Money.of("900", "JPY"), "2026-03-15", "2026-04-15");
        assertThat(book.openOf(old, "2026-03-31")).contains(eur("0.00"));

        Statement statement = read("acme", asked(Statement.Kind.ACTIVITY, "2026-03-01", "2026-03-31"));
        Statement.Section euro = statement.sections().getFirst();
        assertThat(euro.opening()).isEqualTo(eur("60.00"));
        assertThat(euro.lines())
                .extracting(
                        Statement.Line::kind, Statement.Line::document, Statement.Line::amount, Statement.Line::balance)
                .containsExactly(
                        tuple("invoice", "R-2", eur("50.00"), eur("110.00")),
                        tuple("payment", "", eur("-70.00"), eur("40.00")),
                        tuple("credit_note", "G-1", eur("-5.00"), eur("35.00")),
                        tuple("invoice", "R-3", eur("9.00"), eur("44.00")),
                        tuple("write_off", "R-3", eur("-9.00"), eur("35.00")));
        assertThat(euro.closing()).isEqualTo(eur("35.00")).isEqualTo(euro.total());
        assertThat(euro.ages()).containsExactly(eur("40.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"));
        assertThat(statement.sections().getLast().closing()).isEqualTo(Money.of("900", "JPY"));
    }

    @Test
    void a_parent_and_its_subsidiaries_can_be_told_as_one() {
        speaks("parent", "en", null);
        speaks("child", "en", "parent");
        Invoice owed = book.invoice("child", "R-1", eur("100.00"), "2026-03-01", "2026-03-31");
        var paid = book.payment("parent", eur("80.00"), "2026-03-05", RecordPayment.Use.ON_ACCOUNT);
        book.allocate(new Source.OfPayment(paid.id()), owed, eur("80.00"), "2026-03-06");
        var asked = asked(Statement.Kind.ACTIVITY, "2026-03-01", "2026-03-31");
        assertThat(read("child", asked).sections().getFirst().lines())
                .extracting(Statement.Line::kind)
                .containsExactly("invoice", "allocation");
        assertThat(read("parent", asked).sections().getFirst().closing()).isEqualTo(eur("0.00"));
        long parent = book.customer("parent").id();
        Statement.Section both =
                book.inside(() -> statements.rolledUp(parent, asked)).sections().getFirst();
        assertThat(both.lines()).extracting(Statement.Line::kind).containsExactly("invoice", "payment");
        assertThat(both.closing()).isEqualTo(eur("20.00"));
    }

    @Test
    void it_is_printed_in_the_language_of_the_customer_and_stays_as_it_was() {
        Tenant.runIn(
                book.organisation(),
                () -> changeLetterhead.change(
                        NORA, new Letterhead("Kai 7\n1010 Wien", "IBAN AT61 1904 3002 3457 3201", "FN 123456a")));
        speaks("käufer", "de-AT", null);
        speaks("comprador", "es", null);
        for (String customer : List.of("käufer", "comprador", "buyer")) {
            book.invoice(customer, "R-" + customer, eur("1234.50"), "2026-03-01", "2026-03-31");
        }
        var asked = asked(Statement.Kind.ACTIVITY, "2026-03-01", "2026-04-30");
        Paper paper = print("käufer", asked);
        byte[] file = bytes(paper.hash());
        assertThat(text(file))
                .contains("Kontoauszug", "1. März 2026 bis 30. April 2026", "Anfangssaldo", "1.234,50", "01.03.2026")
                .contains("Kai 7", "AT61 1904", "FN 123456a", "Nicht fällig", "31–60 Tage");
        assertThat(text(bytes(print("comprador", asked).hash())))
                .contains("Extracto de cuenta", "Saldo inicial", "Factura");
        assertThat(text(bytes(print("buyer", asked).hash())))
                .contains("Statement of account", "1,234.50", "1 Mar 2026");

        book.payment("käufer", eur("10.00"), "2026-03-02", RecordPayment.Use.OLDEST_FIRST);
        assertThat(bytes(
                        book.inside(() -> papers.byId(paper.id())).orElseThrow().hash()))
                .isEqualTo(file);
    }

    @Test
    void a_balance_confirmation_asks_for_a_yes_or_a_no() {
        speaks("käufer", "de", null);
        book.invoice("käufer", "R-1", eur("200.00"), "2026-03-01", "2026-03-31");
        book.creditNote("käufer", "G-1", eur("50.00"), "2026-03-02");
        Paper paper = print("käufer", asked(Statement.Kind.CONFIRMATION, "2026-03-31", "2026-03-31"));
        assertThat(text(bytes(paper.hash())).replaceAll("\\s+", " "))
                .contains("Saldenbestätigung", "31. März 2026", "150,00 EUR", "zu unseren Gunsten", "Unterschrift")
                .contains("Der Saldo von 150,00 EUR zum 31. März 2026 stimmt mit unseren Unterlagen überein");
    }

    @Test
    void many_are_printed_by_a_job_into_one_file() throws IOException {
        int customers = 60;
        for (int i = 0; i < customers; i++) {
            for (int n = 0; n < 10; n++) {
                book.invoice("c" + i, "R-" + i + "-" + n, eur("10.00"), "2026-03-01", "2026-03-31");
            }
        }
        book.customer("quiet");
        var wanted =
                new AskForStatements.Wanted(Statement.Kind.ACTIVITY, day("2026-03-01"), day("2026-03-31"), null, null);
        long id = book.inside(() -> askForStatements.ask(NORA, wanted));
        Organisation organisation = book.inside(() -> organisations.current());
        long begun = System.nanoTime();
        Tenant.runIn(book.organisation(), () -> job.work(organisation, String.valueOf(id)));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                "%d statements in %d ms: %d a second%n",
                customers, took.toMillis(), customers * 1000L / took.toMillis());
        StatementRun run = book.inside(() -> runs.byId(id));
        assertThat(run).returns(customers, StatementRun::total).returns(customers, StatementRun::done);
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(Objects.requireNonNull(run.hash()))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .hasSize(customers)
                .contains("statement-c7-2026-03-31.pdf")
                .doesNotContain("statement-quiet-2026-03-31.pdf");
        assertThat(book.inside(() -> papers.of(book.customer("c7").id()))).hasSize(1);
    }
}
