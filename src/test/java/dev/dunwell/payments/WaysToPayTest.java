package dev.dunwell.payments;

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
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.WayToPay.Row;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.BadInput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class WaysToPayTest {

    private static final LocalDate TODAY = day("2026-03-02");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String IBAN = "AT611904300234573201";

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    ChangeBankAccount changeBankAccount;

    @Autowired
    AccountChanges accountChanges;

    @Autowired
    ConfirmAccount confirmAccount;

    @Autowired
    TakeUpAccounts takeUpAccounts;

    @Autowired
    WaysToPay waysToPay;

    @Autowired
    References references;

    @Autowired
    PayWays payWays;

    @Autowired
    PreferWay preferWay;

    @Autowired
    RemittanceSlip remittanceSlip;

    private void account(String currency, String number, @Nullable String bic, Scheme scheme) {
        var account = new BankAccount(
                Currency.getInstance(currency), "Meridian GmbH", number, bic, null, null, scheme, TODAY);
        book.inside(() -> {
            var nora = new Caller(organisations.current(), NORA, Role.ADMINISTRATOR, null, TODAY);
            if (!changeBankAccount.change(nora, account)) {
                accountChanges.open().forEach(change -> confirmAccount.confirm(nora, change.id()));
                takeUpAccounts.work(organisations.current(), Instant.parse("2036-03-02T12:00:00Z"));
            }
            return true;
        });
    }

    private List<WayToPay> ways(Share... shares) {
        var chosen = new WaysToPay.Chosen(book.customer("acme").id(), EUR, List.of(shares), TODAY);
        return book.inside(() -> waysToPay.of(chosen));
    }

    private Reference reference(Share... shares) {
        return Objects.requireNonNull(ways(shares).getFirst().reference());
    }

    private Share all(Invoice invoice) {
        return new Share(invoice.id(), invoice.open());
    }

    private Invoice invoice(String number, String amount) {
        return book.invoice("acme", number, eur(amount), "2026-01-01", "2026-01-31");
    }

    @Test
    void without_an_account_there_is_nothing_to_offer() {
        assertThat(ways(all(invoice("1", "100.00")))).isEmpty();
    }

    @Test
    void a_transfer_says_all_that_a_bank_asks_for() {
        account("EUR", IBAN, "GIBAATWWXXX", Scheme.RF);
        Invoice invoice = invoice("1", "1200.50");
        WayToPay way = ways(all(invoice)).getFirst();
        String reference = Scheme.RF.write("2%09d".formatted(invoice.id()));
        assertThat(way.method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(way.amount()).isEqualTo(eur("1200.50"));
        assertThat(way.rows())
                .containsExactly(
                        new Row("row.holder", "Meridian GmbH", "Meridian GmbH"),
                        new Row("row.iban", "AT61 1904 3002 3457 3201", IBAN),
                        new Row("row.bic", "GIBAATWWXXX", "GIBAATWWXXX"),
                        Row.of("row.amount", Money.of("1200.50", "EUR")),
                        new Row("row.reference", Scheme.RF.printed(reference), reference));
        assertThat(PayWords.of("de").word(way.titleKey())).isEqualTo("Überweisung");
    }

    @Test
    void the_same_choice_has_the_same_reference_and_leads_back() {
        account("EUR", "BE68539007547034", null, Scheme.OGM);
        Invoice one = invoice("1", "100.00");
        Invoice two = invoice("2", "50.00");
        Reference both = reference(all(one), all(two));
        assertThat(reference(all(two), all(one))).isEqualTo(both);
        assertThat(find("Zahlung " + both.printed() + " danke").invoiceIds()).containsExactly(one.id(), two.id());
        assertThat(find("xx" + reference().text()).invoiceIds()).isEmpty();
        References.Found alone = find(reference(all(one)).text());
        assertThat(alone.customerId()).isEqualTo(book.customer("acme").id());
        assertThat(alone.invoiceIds()).containsExactly(one.id());
    }

    @Test
    void a_reference_is_found_among_other_numbers_and_after_the_scheme_changed() {
        account("EUR", "FI2112345600000785", null, Scheme.VIITE);
        Invoice invoice = invoice("1", "100.00");
        String old = reference(all(invoice)).text();
        account("EUR", IBAN, null, Scheme.RF);
        assertThat(find("invoice 4711 of 20260101 " + old + " 99").invoiceIds()).containsExactly(invoice.id());
        String now = reference(all(invoice)).printed();
        assertThat(find("/ROC/" + now + "/URI/4711 rest").invoiceIds()).containsExactly(invoice.id());
    }

    @Test
    void a_slip_of_the_pen_or_another_organisations_reference_leads_nowhere() {
        account("EUR", IBAN, null, Scheme.RF);
        String text = reference(all(invoice("1", "100.00"))).text();
        assertThat(book.inside(() -> references.find(text.substring(0, text.length() - 1) + "x")))
                .isEmpty();
        String nobodys = Scheme.RF.write("2999999999");
        assertThat(book.inside(() -> references.find(nobodys))).isEmpty();
        assertThat(book.inside(() -> references.find("nothing here, 12 3 4"))).isEmpty();
    }

    private References.Found find(String text) {
        return book.inside(() -> references.find(text)).orElseThrow();
    }

    @Test
    void a_wrong_account_is_refused_with_what_is_wrong() {
        assertThatThrownBy(() -> account("EUR", "AT611904300234573202", null, Scheme.RF))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("check digits");
        assertThatThrownBy(() -> account("CHF", "CH9300762011623852957", null, Scheme.QRR))
                .hasMessageContaining("QR-IBAN");
        assertThatThrownBy(() -> account("EUR", IBAN, "GIBA", Scheme.RF)).hasMessageContaining("BIC");
    }

    @Test
    void currencies_are_not_mixed_in_one_payment() {
        Share dollars = new Share(1, Money.of("5.00", "USD"));
        assertThatThrownBy(() -> ways(dollars)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_cheque_comes_with_a_slip_in_the_customers_language() throws IOException {
        account("EUR", IBAN, null, Scheme.RF);
        Invoice invoice = invoice("R-1", "1200.50");
        var cheque = new PayWay(EUR, PaymentMethod.CHEQUE, 0, eur("0.00"));
        book.inside(() -> {
            payWays.replace(NORA, List.of(cheque));
            preferWay.prefer(NORA, TODAY, book.customer("acme").id(), PaymentMethod.CHEQUE);
            return true;
        });
        List<WayToPay> ways = ways(all(invoice));
        assertThat(ways)
                .extracting(WayToPay::method, WayToPay::isPreferred)
                .containsExactly(tuple(PaymentMethod.CHEQUE, true), tuple(PaymentMethod.BANK_TRANSFER, false));
        assertThat(ways.getFirst().act()).isEqualTo(WayToPay.Act.PRINT);
        var chosen = new WaysToPay.Chosen(book.customer("acme").id(), EUR, List.of(all(invoice)), TODAY);
        byte[] slip = book.inside(() -> remittanceSlip.print(organisations.current(), chosen));
        try (PDDocument pdf = Loader.loadPDF(slip)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Remittance slip",
                            "R-1",
                            "1,200.50",
                            "Customer acme",
                            reference(all(invoice)).printed());
        }
    }
}
