package dev.dunwell.payments.debit;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.archive.Archive;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.ChangeBankAccount;
import dev.dunwell.payments.GiveMandate;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.reach.Condition;
import dev.dunwell.reach.Conditions;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class DebitsTest {

    private static final LocalDate TODAY = day("2026-03-02");
    private static final LocalDate COLLECT = day("2026-03-06");
    private static final String DEBTOR = "DE89370400440532013000";

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    ChangeBankAccount changeBankAccount;

    @Autowired
    GiveMandate giveMandate;

    @Autowired
    RecordMandate recordMandate;

    @Autowired
    MakeDebitRun makeDebitRun;

    @Autowired
    SettleDebits settleDebits;

    @Autowired
    DebitRuns runs;

    @Autowired
    DebitNotices debitNotices;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Mandates mandates;

    @Autowired
    Conditions conditions;

    @Autowired
    Archive archive;

    @BeforeEach
    void a_creditor() {
        var account = new BankAccount(
                Currency.getInstance("EUR"),
                "Möbel & Söhne GmbH",
                "AT611904300234573201",
                null,
                null,
                null,
                Scheme.RF,
                TODAY);
        book.inside(() -> {
            changeBankAccount.change(nora(TODAY), account);
            recordMandate.creditor(NORA, "DE98 ZZZ 09999999999", 3);
            return true;
        });
    }

    private Caller nora(LocalDate today) {
        return new Caller(organisations.current(), NORA, Role.ADMINISTRATOR, null, today);
    }

    private String mandate(String customer, boolean isOnce, String signedOn) {
        var wanted = new GiveMandate.Wanted(
                book.customer(customer).id(), false, isOnce, day(signedOn), "Ana Ruíz", DEBTOR, null, "signed form");
        return book.inside(() -> giveMandate.give(NORA, TODAY, wanted));
    }

    private Invoice invoice(String customer, String number, String amount, String dueOn) {
        return book.invoice(customer, number, eur(amount), "2026-01-01", dueOn);
    }

    private List<DebitRun.Due> due() {
        return book.inside(() -> runs.due(Mandate.Scheme.CORE, COLLECT, TODAY));
    }

    private long make(Invoice... invoices) {
        List<Long> ids = List.of(invoices).stream().map(Invoice::id).toList();
        return book.inside(() -> makeDebitRun.make(nora(TODAY), Mandate.Scheme.CORE, COLLECT, ids));
    }

    private List<DebitRun.Item> items(long run) {
        return book.inside(() -> runs.items(run));
    }

    private Money open(Invoice invoice) {
        return book.openOf(invoice, LocalDate.MAX.toString()).orElseThrow();
    }

    private List<Condition> debits(String customer) {
        return debits(customer, TODAY);
    }

    private List<Condition> debits(String customer, LocalDate on) {
        long id = book.customer(customer).id();
        return book.inside(() -> conditions.running(id, on, 10));
    }

    private String file(long run) {
        return book.inside(() -> {
            String hash = runs.byId(run).orElseThrow().hash();
            try (InputStream in = archive.open(hash)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void payers_are_told_once_for_each_collection_and_not_of_one_whose_mandate_was_ended() {
        String acme = mandate("acme", false, "2026-01-15");
        mandate("beta", false, "2026-01-15");
        sql(
                "insert into contact (customer_id, name, email, role) values (%d, 'Ana', 'ana@acme.example', 'ap_clerk') returning 'x'"
                        .formatted(book.customer("acme").id()));
        long run = make(
                invoice("acme", "R-1", "100.00", "2026-03-05"),
                invoice("acme", "R-2", "50.00", "2026-03-05"),
                invoice("beta", "R-3", "70.00", "2026-03-05"));
        assertThat(book.inside(() -> debitNotices.of(run)))
                .extracting(DebitNotices.Notice::customer, DebitNotices.Notice::to, DebitNotices.Notice::isTold)
                .containsExactly(tuple("acme", "ana@acme.example", false), tuple("beta", null, false));
        String mail = sql("select subject || '|' || body_text from message where kind = 'debit'");
        assertThat(mail)
                .contains("150.00 EUR", "6 March 2026", "ending in 3000", acme, "DE98ZZZ09999999999", "R-1, R-2");
        List<Long> messages = List.of(Long.valueOf(sql("select id::text from message where kind = 'debit'")));
        assertThat(stopped(messages)).isEmpty();
        book.inside(() -> {
            long id = mandates.running().getFirst().id();
            recordMandate.revoke(NORA, TODAY, id, "they called");
            debitNotices.toldOtherwise(nora(TODAY), run);
            return true;
        });
        assertThat(stopped(messages)).containsOnlyKeys(messages);
        assertThat(book.inside(() -> debitNotices.of(run))).allMatch(DebitNotices.Notice::isTold);
    }

    private String sql(String sql) {
        return book.inside(() -> Objects.requireNonNull(
                transaction.execute(_ -> db.sql(sql).query(String.class).single())));
    }

    private Map<Long, String> stopped(List<Long> messages) {
        return book.inside(() -> Objects.requireNonNull(transaction.execute(_ -> debitNotices.stop(messages))));
    }

    @Test
    void only_what_is_due_under_a_mandate_that_holds_can_be_collected() {
        mandate("acme", false, "2026-01-15");
        mandate("old", false, "2023-03-01"); // lapsed: not used for 36 months
        Invoice due = invoice("acme", "1", "100.00", "2026-03-05");
        invoice("acme", "2", "50.00", "2026-04-05");
        invoice("old", "3", "70.00", "2026-03-01");
        invoice("none", "4", "70.00", "2026-03-01");
        assertThat(due()).extracting(DebitRun.Due::invoiceId).containsExactly(due.id());
        make(due);
        assertThat(due()).isEmpty();
    }

    @Test
    void the_file_fits_its_schema_and_says_what_was_meant() throws Exception {
        String reference = mandate("acme", false, "2026-01-15");
        Invoice one = invoice("acme", "R/2026-1", "1200.50", "2026-03-05");
        Invoice two = invoice("acme", "2", "50.00", "2026-03-05");
        long run = make(one, two);
        String xml = file(run);
        SchemaFactory.newDefaultInstance()
                .newSchema(Objects.requireNonNull(getClass().getResource("/pain.008.001.08.xsd")))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        Document file = Jsoup.parse(xml, Parser.xmlParser());
        assertThat(file.select("GrpHdr > NbOfTxs").text()).isEqualTo("2");
        assertThat(file.select("GrpHdr > CtrlSum").text()).isEqualTo("1250.50");
        assertThat(file.select("InitgPty > Nm").text()).isEqualTo("Moebel + Soehne GmbH");
        assertThat(file.select("PmtInf SeqTp").eachText()).containsExactly("FRST", "RCUR");
        assertThat(file.select("PmtInf > NbOfTxs").eachText()).containsExactly("1", "1");
        assertThat(file.select("CdtrSchmeId Othr > Id").eachText()).containsOnly("DE98ZZZ09999999999");
        assertThat(file.select("ReqdColltnDt").eachText()).containsOnly("2026-03-06");
        Element line = Objects.requireNonNull(file.selectFirst("DrctDbtTxInf"));
        assertThat(line.select("InstdAmt").text()).isEqualTo("1200.50");
        assertThat(line.select("MndtId").text()).isEqualTo(reference);
        assertThat(line.select("Dbtr > Nm").text()).isEqualTo("Ana Ruiz");
        assertThat(line.select("DbtrAcct IBAN").text()).isEqualTo(DEBTOR);
        assertThat(line.select("Ustrd").text()).isEqualTo("R/2026-1");
        assertThat(line.select("EndToEndId").text())
                .isEqualTo(items(run).getFirst().endToEnd());
    }

    @Test
    void what_is_collected_is_not_asked_for_and_then_booked_once() {
        mandate("acme", true, "2026-01-15");
        Invoice one = invoice("acme", "1", "100.00", "2026-03-05");
        long run = make(one);
        assertThat(debits("acme"))
                .extracting(Condition::kind, Condition::invoiceNumber, Condition::debitOn)
                .containsExactly(tuple(Condition.Kind.DIRECT_DEBIT, "1", COLLECT));
        assertThatThrownBy(() -> book(run, TODAY)).isInstanceOf(Refusal.class);
        book(run, COLLECT);
        book(run, COLLECT);
        assertThat(open(one)).isEqualTo(eur("0.00"));
        assertThat(items(run)).extracting(DebitRun.Item::sequence).containsExactly("OOFF");
    }

    private boolean book(long run, LocalDate on) {
        return book.inside(() -> {
            settleDebits.book(nora(on), run);
            return true;
        });
    }

    private boolean comeBack(long run, String code) {
        long item = items(run).getFirst().id();
        return book.inside(() -> {
            settleDebits.returned(nora(COLLECT.plusDays(3)), item, code, COLLECT.plusDays(2));
            return true;
        });
    }

    @Test
    void what_came_back_is_open_again_and_without_a_mandate_there_is_none() {
        mandate("acme", false, "2026-01-15");
        Invoice one = invoice("acme", "1", "100.00", "2026-03-05");
        long run = make(one);
        book(run, COLLECT);
        comeBack(run, "MD01");
        assertThat(open(one)).isEqualTo(eur("100.00"));
        assertThat(book.openOf(one, "2026-03-07")).contains(eur("0.00"));
        assertThat(book.inside(() -> mandates.of(book.customer("acme").id()))).isEmpty();
        assertThat(debits("acme", COLLECT.plusDays(3))).isEmpty();
        assertThatThrownBy(() -> comeBack(run, "AM04")).hasMessageContaining("already");
    }

    @Test
    void what_comes_back_before_it_is_booked_never_counts_as_paid() {
        mandate("acme", false, "2026-01-15");
        Invoice one = invoice("acme", "1", "100.00", "2026-03-05");
        long run = make(one);
        comeBack(run, "AM04");
        book(run, COLLECT.plusDays(4));
        assertThat(open(one)).isEqualTo(eur("100.00"));
        assertThat(book.inside(() -> mandates.of(book.customer("acme").id()))
                        .getFirst()
                        .sequence())
                .isEqualTo("FRST");
        assertThat(due()).isEmpty(); // a person decides whether it is tried again
    }

    @Test
    void a_lasting_mandate_is_consent_that_invoices_pay_themselves() {
        mandate("acme", false, "2026-01-15");
        assertThat(debits("acme")).extracting(Condition::invoiceNumber).containsOnlyNulls();
        long id = book.inside(() -> mandates.of(book.customer("acme").id()))
                .getFirst()
                .id();
        book.inside(() -> {
            recordMandate.revoke(NORA, TODAY, id, "letter of today");
            return true;
        });
        assertThat(debits("acme")).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void what_is_wrong_is_refused() {
        mandate("acme", false, "2026-01-15");
        Invoice one = invoice("acme", "1", "100.00", "2026-03-01");
        assertThatThrownBy(() -> book.inside(() ->
                        makeDebitRun.make(nora(TODAY), Mandate.Scheme.CORE, day("2026-03-04"), List.of(one.id()))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("3 days of notice");
        assertThatThrownBy(() -> book.inside(() ->
                        makeDebitRun.make(nora(TODAY), Mandate.Scheme.CORE, day("2026-03-08"), List.of(one.id()))))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> book.inside(() -> {
                    recordMandate.creditor(NORA, "DE98ZZZ09999999998", 3);
                    return true;
                }))
                .hasMessageContaining("check digits");
        assertThat(CreditorId.isRight("ES50ZZZM23456789")).isTrue();
        assertThat(Pain008.plain("Łukasz <Ærø> Straße", 70)).isEqualTo("ukasz   r   Strasse");
    }
}
