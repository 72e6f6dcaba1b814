package dev.dunwell.portal.web;

import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.copies.InvoiceCopies;
import dev.dunwell.copies.InvoiceCopy;
import dev.dunwell.deals.Quote;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.portal.DoorQuotes;
import dev.dunwell.portal.DueItems;
import dev.dunwell.portal.Payer;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.statements.Paper;
import dev.dunwell.statements.PrintReceipt;
import dev.dunwell.statements.PrintStatement;
import dev.dunwell.statements.Receipts;
import dev.dunwell.statements.Statement;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Papers for the payer: the invoice itself, the quote, and after a code a statement of everything of the last year and
 * the receipts of what they paid.
 */
@Controller
class PapersPage {

    private final DueItems dueItems;
    private final DoorQuotes doorQuotes;
    private final InvoiceCopies copies;
    private final PrintStatement printStatement;
    private final Receipts receipts;
    private final PrintReceipt printReceipt;
    private final Letterheads letterheads;
    private final Archive archive;

    PapersPage(
            DueItems dueItems,
            DoorQuotes doorQuotes,
            InvoiceCopies copies,
            PrintStatement printStatement,
            Receipts receipts,
            PrintReceipt printReceipt,
            Letterheads letterheads,
            Archive archive) {
        this.dueItems = dueItems;
        this.doorQuotes = doorQuotes;
        this.copies = copies;
        this.printStatement = printStatement;
        this.receipts = receipts;
        this.printReceipt = printReceipt;
        this.letterheads = letterheads;
        this.archive = archive;
    }

    @GetMapping("/door/{place}/invoices/{id}/copy")
    void copy(Payer payer, @PathVariable long id, HttpServletResponse response) throws IOException {
        LocalDate today = payer.caller().today();
        List<Long> customers = dueItems.customers(payer.here().customerId(), today);
        if (dueItems.whole(customers, List.of(id), today).isEmpty()) {
            throw new NotFound("open invoice");
        }
        InvoiceCopy copy = copies.ofInvoice(id).stream().findFirst().orElseThrow(() -> new NotFound("copy"));
        send(copy.hash(), copy.fileName(), "application/octet-stream", response);
    }

    /** The quote as it was sent. */
    @GetMapping("/door/{place}/quotes/{id}/paper")
    void quote(Payer payer, @PathVariable long id, HttpServletResponse response) throws IOException {
        Quote quote = doorQuotes.one(payer, id);
        String paper = quote.sent() == null ? null : quote.sent().paper();
        if (paper == null) {
            throw new NotFound("paper");
        }
        send(paper, quote.number() + ".pdf", "application/pdf", response);
    }

    /** A form, since it makes a paper that is kept. */
    @PostMapping("/door/{place}/statement")
    void statement(Payer payer, HttpServletResponse response) throws IOException {
        payer.requireProof();
        LocalDate today = payer.caller().today();
        var asked = new Asked(
                Statement.Kind.ACTIVITY,
                today.minusYears(1),
                AsOf.today(today),
                payer.caller().organisation().agingDays());
        Paper paper = printStatement.print(
                payer.caller().actor(),
                payer.caller().organisation(),
                payer.here().customerId(),
                asked,
                false);
        send(paper.hash(), paper.fileName(), "application/pdf", response);
    }

    /** The vendor's own mark: nothing is fetched from elsewhere. */
    @GetMapping("/door/{place}/logo")
    ResponseEntity<byte[]> logo(Payer payer) {
        byte[] png = letterheads.logo().orElseThrow(() -> new NotFound("logo"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(png);
    }

    @GetMapping("/door/{place}/receipts")
    ModelAndView receipts(Payer payer) {
        payer.requireProof();
        return new ModelAndView("portal/receipts")
                .addObject("w", payer.words())
                .addObject("payer", payer)
                .addObject("received", receipts.received(payer.here().customerId()));
    }

    @PostMapping("/door/{place}/receipts/{payment}")
    void receipt(Payer payer, @PathVariable long payment, HttpServletResponse response) throws IOException {
        payer.requireProof();
        if (receipts.received(payer.here().customerId()).stream().noneMatch(each -> each.paymentId() == payment)) {
            throw new NotFound("payment");
        }
        Receipts.Kept kept = printReceipt.print(payer.caller(), payment);
        send(kept.hash(), kept.fileName(), "application/pdf", response);
    }

    /** Opened by a browser all the same, it runs nothing. */
    private void send(String hash, String name, String type, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        KeptFile.send(archive, hash, name, type, response);
    }
}
