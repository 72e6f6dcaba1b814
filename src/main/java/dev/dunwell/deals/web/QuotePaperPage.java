package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.PrintQuote;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.Quotes;
import dev.dunwell.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The paper of a quote, and the answers that wait for somebody to go on. */
@Controller
class QuotePaperPage {

    private static final int SHOWN = 10;
    private static final int FRESH_DAYS = 7;

    private final Quotes quotes;
    private final PrintQuote printQuote;

    QuotePaperPage(Quotes quotes, PrintQuote printQuote) {
        this.quotes = quotes;
        this.printQuote = printQuote;
    }

    /** What the customer has; of a draft what it would get. */
    @GetMapping("/quotes/{id}/paper")
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable long id) {
        Quote quote = quotes.byId(id).orElseThrow(() -> new NotFound("quote"));
        String name = ContentDisposition.inline()
                .filename(quote.number() + ".pdf")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(printQuote.show(caller.organisation(), quote));
    }

    /** Beside the worklist: accepted and not ordered yet, and what was declined of late. */
    @GetMapping("/quotes/answered")
    String answered(Caller caller, Model model) {
        model.addAttribute("quotes", quotes.answered(caller.today().minusDays(FRESH_DAYS), SHOWN));
        return "deals/answered";
    }
}
