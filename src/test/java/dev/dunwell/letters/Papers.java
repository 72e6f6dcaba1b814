package dev.dunwell.letters;

import static dev.dunwell.kernel.Money.of;

import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.InvoiceSheet;
import dev.dunwell.invoicing.InvoiceWords;
import dev.dunwell.invoicing.Party;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.SampleFacts;
import dev.dunwell.messaging.Stationery;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.Tone;
import dev.dunwell.messaging.Wording;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Brand;
import dev.dunwell.statements.Letterhead;
import dev.dunwell.statements.Sheet;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.StatementWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One paper of each kind of a company that does not exist, in any language, with everything that can stand on it. */
final class Papers {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Span OCTOBER = new Span(DAY.minusDays(32), DAY.minusDays(1));
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String IBAN = "DE02120300000000202051";
    private static final String REFERENCE = "RF18539007547034";
    private static final BankAccount ACCOUNT = new BankAccount(
            EUR, "Meridian Werkstätten GmbH", IBAN, "BYLADEM1001", "Deutsche Kreditbank", null, Scheme.RF, DAY);
    private static final Party SELLER = new Party(
            "Meridian Werkstätten GmbH",
            new Party.Address("Hafenstraße 12", "20457", "Hamburg", "DE"),
            "DE136695976",
            "27/123/45678",
            Party.Endpoint.NONE,
            new Party.Person("Nora Lindqvist", "+49 40 123456", "nora@meridian.example"));

    final Letterhead letterhead;

    Papers(Brand brand) {
        letterhead = new Letterhead(
                "Hafenstraße 12\n20457 Hamburg\n+49 40 123456\nbuchhaltung@meridian.example",
                "",
                "Geschäftsführung: Edda Berg · Amtsgericht Hamburg HRB 123456\nDeutsche Kreditbank · IBAN DE02 1203 0000"
                        + " 0000 2020 51 · BIC BYLADEM1001",
                brand);
    }

    String invoice(String language, int lines) {
        return invoice(language, Draft.Kind.INVOICE, lines);
    }

    String creditNote(String language) {
        return invoice(language, Draft.Kind.CREDIT_NOTE, 2);
    }

    String quote(String language) {
        return SampleQuote.html(SELLER, buyer(language.equals("fr")), language, letterhead);
    }

    private String invoice(String language, Draft.Kind kind, int count) {
        InvoiceWords words = InvoiceWords.of(language);
        boolean isAbroad = language.equals("fr");
        List<Draft.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i, Tax.parse(isAbroad ? "AE" : i % 3 == 2 ? "S7" : "S19")));
        }
        Draft draft = new Draft(1, kind, EUR, lines, taxes(lines), "PO-2026-4711");
        boolean isCredit = kind == Draft.Kind.CREDIT_NOTE;
        var content = new Content(
                kind,
                isCredit ? "INVC-2026-00003" : "INV-2026-00417",
                DAY,
                isCredit ? null : DAY.plusDays(30),
                language,
                SELLER,
                buyer(isAbroad),
                lines,
                draft.taxes(),
                new Content.Sums(draft.net(), draft.tax(), draft.gross()),
                new Content.References(
                        "10044", "PO-2026-4711", "04011000-12345-03", isCredit ? "INV-2026-00417" : "", "", OCTOBER),
                terms(words, isCredit, draft.gross()),
                payment(language, draft.gross()),
                List.of());
        return new InvoiceSheet(content, words, letterhead, isCredit ? "" : thanks(language)).html();
    }

    private static List<Draft.TaxSum> taxes(List<Draft.Line> lines) {
        return lines.stream()
                .map(Draft.Line::tax)
                .distinct()
                .map(tax -> tax(tax, lines))
                .toList();
    }

    private static Draft.TaxSum tax(Tax tax, List<Draft.Line> lines) {
        Money basis = lines.stream()
                .filter(line -> line.tax().equals(tax))
                .map(Draft.Line::amount)
                .reduce(Money::plus)
                .orElseThrow();
        BigDecimal exact = basis.amount().multiply(tax.percent()).movePointLeft(2);
        return new Draft.TaxSum(tax, basis, Money.halfUp(exact, EUR));
    }

    private static Draft.Line line(int at, Tax tax) {
        String[] what = {
            "Wartung der Förderanlage Halle 3 einschließlich Anfahrt, Prüfprotokoll und Austausch der Verschleißteile"
                    + " nach Herstellerangaben (Vertrag W-2026-118)",
            "Servicetechniker",
            "Schmierstoff H1, 5 l"
        };
        BigDecimal[] quantities = {BigDecimal.ONE, new BigDecimal("12.5"), new BigDecimal("4")};
        BigDecimal[] prices = {new BigDecimal("1250"), new BigDecimal("96"), new BigDecimal("33.125")};
        String[] units = {"month", "hour", "unit"};
        int kind = at % 3;
        Money amount = Money.halfUp(quantities[kind].multiply(prices[kind]), EUR);
        return new Draft.Line(what[kind], quantities[kind], units[kind], prices[kind], amount, tax, OCTOBER);
    }

    private static Party buyer(boolean isAbroad) {
        return new Party(
                isAbroad
                        ? "Établissements Lefèvre & Fils, Société Anonyme de Distribution Alimentaire du Grand Ouest"
                        : "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG",
                isAbroad
                        ? new Party.Address("14 bis, rue de la République", "44000", "Nantes", "FR")
                        : new Party.Address("Am Alten Markt 1", "01067", "Dresden", "DE"),
                isAbroad ? "FR61954506077" : "",
                "",
                Party.Endpoint.NONE,
                Party.Person.NOBODY);
    }

    private static List<String> terms(InvoiceWords words, boolean isCredit, Money gross) {
        return isCredit
                ? List.of(words.word("terms.credit", "INV-2026-00417"))
                : List.of(
                        words.word(
                                "terms.discount",
                                "2",
                                words.date(DAY.plusDays(10)),
                                words.amount(gross.minus(Money.halfUp(
                                        gross.amount().movePointLeft(2).multiply(BigDecimal.TWO), EUR)))),
                        words.word("terms.due", words.date(DAY.plusDays(30))),
                        words.word("terms.late.statute"));
    }

    private static Content.Payment payment(String language, Money gross) {
        var slip = new PaperTransfers.Accounts(Map.of(EUR, ACCOUNT))
                .slips(10044, EUR, gross, language)
                .findFirst()
                .orElseThrow();
        String code = "BCD\n002\n1\nSCT\nBYLADEM1001\nMeridian Werkstätten GmbH\n%s\nEUR%s\n\n%s\n\n"
                .formatted(IBAN, gross.amount().toPlainString(), REFERENCE);
        return new Content.Payment(
                ACCOUNT.holder(),
                IBAN,
                "BYLADEM1001",
                REFERENCE,
                slip.lines().stream()
                        .map(line -> new Content.Payment.Row(line.label(), line.text()))
                        .toList(),
                code,
                "https://pay.meridian.example/door");
    }

    private static String thanks(String language) {
        return switch (language) {
            case "de" -> "Vielen Dank für Ihren Auftrag.";
            case "es" -> "Gracias por su pedido.";
            case "fr" -> "Nous vous remercions de votre commande.";
            default -> "Thank you for your order.";
        };
    }

    /** A letter by its template: a friendly reminder, a final notice. */
    String letter(String template, String language) {
        Map<String, Object> facts = new HashMap<>(SampleFacts.of(language, 2));
        facts.put("vendor", "Meridian Werkstätten GmbH");
        facts.put("customer", "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG");
        facts.put("copies", Wording.of(language).word("copiesAttached").replace("{0}", "MS-20538"));
        facts.put("door_code", "K7QP-2M4X");
        facts.put("door_check", "pay.meridian.example/door");
        var page = new Letters().page(TextKey.letter(template, language, Tone.NEUTRAL), facts, Stationery.SHIPPED);
        List<String> address = List.of(
                "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG", "Ana Castellano", "Am Alten Markt 1", "01067 Dresden");
        var slips = new PaperTransfers.Accounts(Map.of(EUR, ACCOUNT))
                .slips(10044, EUR, null, language)
                .toList();
        return LetterSheet.html(List.of(new LetterSheet(page, letterhead, address, slips)));
    }

    String statement(Statement.Kind kind, String language) {
        List<Statement.Line> lines = new ArrayList<>();
        Money balance = of("1420.00", "EUR");
        for (int i = 0; i < 9; i++) {
            Money amount = i % 3 == 2 ? of("-2450.00", "EUR") : of("1225.00", "EUR");
            balance = balance.plus(amount);
            lines.add(new Statement.Line(
                    DAY.minusDays(27L - 3 * i),
                    i % 3 == 2 ? "payment" : "invoice",
                    i % 3 == 2 ? "SEPA 4711" + i : "INV-2026-0040" + i,
                    i % 3 == 2 ? null : DAY.plusDays(3L + 3 * i),
                    amount,
                    balance));
        }
        List<Statement.Open> open = List.of(
                new Statement.Open(
                        "invoice", "INV-2026-00391", DAY.minusDays(60), DAY.minusDays(30), balance, balance, 30),
                new Statement.Open(
                        "credit_note", "INVC-2026-00003", DAY, null, of("-20.00", "EUR"), of("-20.00", "EUR"), 0));
        Money none = Money.zero(EUR);
        var section = new Statement.Section(
                of("1420.00", "EUR"), lines, open, balance, List.of(of("800.00", "EUR"), balance, none, none, none));
        var asked = new Asked(kind, DAY.minusDays(32), AsOf.today(DAY), List.of(30, 60, 90));
        var statement = new Statement(
                10044, "10044", "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG", language, asked, List.of(section));
        var slips = new PaperTransfers.Accounts(Map.of(EUR, ACCOUNT))
                .slips(10044, EUR, balance, language)
                .toList();
        return new Sheet(
                        statement,
                        StatementWords.of(language),
                        letterhead,
                        kind == Statement.Kind.CONFIRMATION ? List.of() : slips,
                        "Meridian Werkstätten GmbH",
                        null)
                .html();
    }
}
