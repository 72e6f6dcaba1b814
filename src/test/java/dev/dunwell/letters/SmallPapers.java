package dev.dunwell.letters;

import static dev.dunwell.kernel.Money.of;

import dev.dunwell.billing.Charge;
import dev.dunwell.billing.ClaimSheet;
import dev.dunwell.billing.Interest;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.statements.Letterhead;
import dev.dunwell.statements.Receipt;
import dev.dunwell.statements.ReceiptSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The papers of one page about one thing: the receipt of a payment, and what lateness costs. */
record SmallPapers(Letterhead letterhead) {

    private static final String VENDOR = "Meridian Werkstätten GmbH";
    private static final String BUYER = "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Currency EUR = Currency.getInstance("EUR");

    String receipt(String language) {
        var lines = List.of(
                new Receipt.Line(
                        "INV-2026-00391",
                        DAY.minusDays(60),
                        of("2450.00", "EUR"),
                        of("2401.00", "EUR"),
                        of("49.00", "EUR"),
                        of("0.00", "EUR")),
                new Receipt.Line(
                        "INV-2026-00402",
                        DAY.minusDays(40),
                        of("1225.00", "EUR"),
                        of("800.00", "EUR"),
                        of("0.00", "EUR"),
                        of("425.00", "EUR")));
        var receipt = new Receipt(
                new Receipt.Payer("10044", BUYER, "Am Alten Markt 1\n01067 Dresden", language),
                new Receipt.Paid(of("3300.00", "EUR"), DAY.minusDays(1), "transfer", "RF18539007547034"),
                lines,
                of("99.00", "EUR"),
                of("0.00", "EUR"));
        return new ReceiptSheet(receipt, letterhead, VENDOR, DAY).html();
    }

    /** Two stretches of days with two rates. */
    String interest(String language) {
        Money principal = of("2450.00", "EUR");
        var first = new Interest.Line(
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 6, 30),
                principal,
                new BigDecimal("10.27"),
                61,
                61 * DayCount.YEAR / 365);
        var second = new Interest.Line(
                LocalDate.of(2026, 7, 1), DAY, principal, new BigDecimal("10.52"), 125, 125 * DayCount.YEAR / 365);
        return claim(
                language,
                "interest",
                of("133.22", "EUR"),
                "Simple interest, actual/365: the calendar days; BGB §§ 247, 286, 288\n" + first + "\n" + second);
    }

    String compensation(String language) {
        return claim(
                language, "compensation", of("40.00", "EUR"), "Fixed sum for recovery costs; BGB §§ 247, 286, 288");
    }

    private String claim(String language, String stage, Money amount, String explained) {
        String number = "INV-2026-00391/" + (stage.equals("interest") ? "I1" : "F1");
        var charge = new Charge(
                7,
                new Charge.Of(1, "INV-2026-00391", 10044, "10044", BUYER),
                stage,
                LocalDate.of(2026, 5, 1),
                DAY,
                amount,
                explained,
                new Charge.Decision(Charge.State.CLAIMED, null, "", 2L, number, DAY, "Nora Lindqvist"),
                true);
        var account =
                new BankAccount(EUR, VENDOR, "DE02120300000000202051", "BYLADEM1001", "DKB", null, Scheme.RF, DAY);
        return new ClaimSheet(
                        charge,
                        invoice("INV-2026-00391", LocalDate.of(2026, 4, 1), of("2450.00", "EUR")),
                        invoice(number, DAY, amount),
                        new ClaimSheet.To(List.of(BUYER, "Am Alten Markt 1", "01067 Dresden"), language),
                        new ClaimSheet.Look(letterhead, VENDOR, true),
                        new PaperTransfers.Accounts(Map.of(EUR, account))
                                .slips(10044, EUR, amount, language)
                                .toList())
                .html();
    }

    private static Invoice invoice(String number, LocalDate issuedOn, Money amount) {
        var bill = new Invoice.Bill(issuedOn, issuedOn.plusDays(30), amount, false, null);
        return new Invoice(1, 10044, "10044", number, bill, amount, Invoice.Nature.PLAIN);
    }
}
