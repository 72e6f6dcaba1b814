package dev.dunwell.payments;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Pdf;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The slip that goes with a cheque: whom to make it out to, for what, and the reference that leads it back. A PDF/A in
 * the payer's language; nothing of it is kept, since it says only what was chosen.
 */
@Component
public class RemittanceSlip {

    private static final String STYLE = """
            @page { size: A4; margin: 25mm 20mm; }
            body { font: 10pt/1.4 "%s"; } h1 { font-size: 16pt; margin: 0 0 4mm; }
            table { width: 100%%; border-collapse: collapse; margin: 4mm 0; }
            th, td { text-align: left; padding: 2mm 0; border-bottom: .2mm solid #999; } .num { text-align: right; }
            .sum td { font-weight: 700; } .slip { border: .3mm dashed #000; padding: 6mm; margin-top: 10mm; }
            """.formatted(Pdf.FONT);

    private final Customers customers;
    private final OpenItems openItems;
    private final References references;
    private final BankAccounts accounts;
    private final Pdf pdf;

    RemittanceSlip(Customers customers, OpenItems openItems, References references, BankAccounts accounts, Pdf pdf) {
        this.customers = customers;
        this.openItems = openItems;
        this.references = references;
        this.accounts = accounts;
        this.pdf = pdf;
    }

    /** @param chosen at least one invoice */
    @Transactional
    public byte[] print(Organisation organisation, WaysToPay.Chosen chosen) {
        Money total = chosen.total();
        if (total == null) {
            throw BadInput.in("invoice", "Choose at least one invoice.");
        }
        Customer customer = customers.byId(chosen.customerId()).orElseThrow(() -> new NotFound("customer"));
        var language = Objects.requireNonNullElse(customer.profile().language(), organisation.locale());
        PayWords words = PayWords.of(language.getLanguage());
        Scheme scheme = accounts.of(chosen.currency()).map(BankAccount::scheme).orElse(Scheme.RF);
        Reference reference = references.of(scheme, chosen.customerId(), chosen.invoiceIds());
        String payee = accounts.of(chosen.currency()).map(BankAccount::holder).orElse(organisation.name());
        return pdf.of(html(words, customer, payee, reference, total, chosen.shares()));
    }

    private String html(
            PayWords words, Customer customer, String payee, Reference reference, Money total, List<Share> shares) {
        var page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        Objects.requireNonNull(page.selectFirst("html")).attr("lang", words.language());
        page.title(words.word("slip.title"));
        page.head().appendElement("style").appendText(STYLE);
        Element body = page.body();
        body.appendElement("h1").text(words.word("slip.title"));
        body.appendElement("p").text(words.word("slip.intro", payee));
        Map<Long, String> numbers = openItems.of(customer.id(), LocalDate.MAX).stream()
                .collect(Collectors.toMap(OpenItem::id, OpenItem::number, (one, _) -> one));
        Element table = body.appendElement("table");
        row(table, "th", words.word("slip.invoice"), words.word("row.amount"));
        for (Share share : shares) {
            String number = numbers.get(share.invoiceId());
            if (number == null) {
                throw new NotFound("open invoice");
            }
            row(table, "td", number, words.amount(share.amount()));
        }
        row(table, "td", words.word("slip.total"), words.amount(total)).addClass("sum");
        Element slip = body.appendElement("div").addClass("slip");
        slip.appendElement("p").text(words.word("slip.from", customer.name(), customer.number()));
        slip.appendElement("p").text(words.word("slip.payee", payee));
        slip.appendElement("p").text(words.word("slip.amount", words.amount(total)));
        slip.appendElement("p").text(words.word("slip.reference", reference.printed()));
        return page.outerHtml();
    }

    private static Element row(Element table, String cell, String what, String amount) {
        Element row = table.appendElement("tr");
        row.appendElement(cell).text(what);
        row.appendElement(cell).addClass("num").text(amount);
        return row;
    }
}
